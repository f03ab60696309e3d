// Starts Decap CMS with the portal's configuration, formats and language.
import { format } from './berkas.js'

const json = async name => (await fetch(new URL(name, import.meta.url))).json()

function script(name) {
  return new Promise((resolve, reject) => {
    const element = document.createElement('script')
    element.src = new URL(name, import.meta.url)
    element.onload = resolve
    element.onerror = reject
    document.head.append(element)
  })
}

const [config, phrases] = await Promise.all([json('config.json'), json('bahasa.json')])
window.CMS_MANUAL_INIT = true
await script('decap-cms.js')
const { CMS } = window

/** The English phrase stands where there is none in Indonesian. */
const merged = (english, own) =>
  Object.fromEntries(
    Object.entries(english).map(([key, value]) => [
      key,
      typeof value === 'object' ? merged(value, own?.[key]) : (own?.[key] ?? value),
    ]),
  )
CMS.registerLocale('id', merged(CMS.getLocale('en'), phrases))
for (const collection of config.collections)
  CMS.registerCustomFormat(collection.format, collection.extension, format(collection))
const { control, preview } = CMS.getWidget('string')
CMS.registerWidget('date', control, preview)
for (const sheet of ['../aset/gaya.css', 'pratinjau.css']) CMS.registerPreviewStyle(String(new URL(sheet, import.meta.url)))
CMS.registerPreviewTemplate(
  'artikel',
  window.createClass({
    render() {
      const text = key => this.props.entry.getIn(['data', key])
      const { h } = window
      return h('article', {}, h('h1', {}, text('judul')), h('p', {}, text('ringkasan')), this.props.widgetFor('body'))
    },
  }),
)

/** What goes round the review is refused: uploads that belong to no entry, and deleting what is published. */
const backend = CMS.getBackend(config.backend.name)
const { init } = backend
const refuse = message => async () => {
  window.alert(message)
  throw new Error(message)
}
backend.init = (...given) => {
  const implementation = init(...given)
  const getMedia = implementation.getMedia.bind(implementation)
  return Object.assign(implementation, {
    getMedia: async (...folder) => (await getMedia(...folder)).filter(file => !/\.(yml|md)$/.test(file.name)),
    persistMedia: refuse('Unggah dari formulir isi yang memuatnya: tombol "Pilih berkas" atau "Pilih foto".'),
    deleteFiles: refuse('Yang sudah terbit tidak dihapus. Tarik isinya dengan status: ditarik, dan tulis alasannya.'),
  })
}
CMS.init({ config })

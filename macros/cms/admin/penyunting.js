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
CMS.registerPreviewStyle(String(new URL('../aset/gaya.css', import.meta.url)))
CMS.init({ config })

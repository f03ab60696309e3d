// What Decap's forms hold <-> the portal's files. Every scalar is the text that was typed, as the portal reads it: a
// phone number keeps its zero, a code such as 76.10 its last digit. What differs is marked on the field of the form:
//   kunci         its key in the file, where the form calls it otherwise
//   hanya_nama    stands in no file: it names a new one
//   tunggal       a list of at most one, which the file holds without a list
//   peta          a list of keys and values, which the file holds as a mapping
//   selalu        stands in the file even when it is empty
//   boleh_kosong  an empty text means something else than none
import yaml from './js-yaml.mjs'

const READING = yaml.FAILSAFE_SCHEMA.extend({ implicit: [yaml.types.null] })
const FENCE = /^---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n([\s\S]*))?$/
const COMMENTS = /^(?:#.*\r?\n)+/
const NAMED = 'tetap'
/** Under this name travels through the form what it does not show: the comments on top, and the order of the keys. */
const UNSEEN = '#'

const isEmpty = value =>
  value === undefined || value === null || (typeof value === 'object' ? !Object.keys(value).length : !String(value).trim())

/** What a form shows of a file's values. */
export function forForm(fields, data) {
  const shown = {}
  for (const field of fields) {
    const key = field.kunci ?? field.name
    if (field.hanya_nama) shown[field.name] = NAMED
    else if (key in data) shown[field.name] = valueForForm(field, data[key])
    else if (field.widget === 'hidden') shown[field.name] = field.default
  }
  const known = new Set(fields.map(field => field.kunci ?? field.name))
  for (const key of Object.keys(data)) if (!known.has(key)) shown[key] = data[key]
  return shown
}

function valueForForm(field, value) {
  if (value === null || value === undefined) return undefined
  if (field.peta) return Object.entries(value).map(([kunci, nilai]) => ({ kunci, nilai }))
  if (!field.fields) return value
  if (field.tunggal) return [forForm(field.fields, value)]
  return Array.isArray(value) ? value.map(item => forForm(field.fields, item)) : forForm(field.fields, value)
}

/** What a file holds of a form's values, in the order of the fields; what is empty is left out. */
export function forFile(fields, data) {
  const kept = {}
  for (const field of fields) {
    if (field.hanya_nama) continue
    const value = valueForFile(field, data?.[field.name])
    if (!isEmpty(value) || (field.boleh_kosong && value === '')) kept[field.kunci ?? field.name] = value
    else if (field.selalu) kept[field.kunci ?? field.name] = field.widget === 'object' || field.peta ? {} : []
  }
  const known = new Set(fields.map(field => field.name))
  for (const key of Object.keys(data ?? {})) if (!known.has(key) && !isEmpty(data[key])) kept[key] = data[key]
  return kept
}

function valueForFile(field, value) {
  if (value === null || value === undefined) return undefined
  if (field.peta) return Object.fromEntries(value.map(item => [item.kunci, text(item.nilai)]))
  if (field.fields) {
    if (field.tunggal) return value.length ? forFile(field.fields, value[0]) : undefined
    return Array.isArray(value) ? value.map(item => forFile(field.fields, item)) : forFile(field.fields, value)
  }
  return Array.isArray(value) ? value.map(text).filter(item => item !== '') : text(value)
}

/** Keys that the file had keep their places, so that its history shows what an editor changed. */
const inOrder = (data, order) =>
  Object.fromEntries([...order.filter(key => key in data), ...Object.keys(data)].map(key => [key, data[key]]))

const text = value => String(value ?? '').trim()

const WRITING = { schema: READING, lineWidth: -1, noRefs: true, noCompatMode: true }

const write = data => (Object.keys(data).length ? yaml.dump(data, WRITING) : '')

function read(source) {
  const data = yaml.load(source, { schema: READING }) ?? {}
  if (typeof data !== 'object' || Array.isArray(data)) throw new Error('berkas ini bukan susunan kunci: nilai.')
  return data
}

/** Reads and writes the files of one collection. */
export function format(collection) {
  const fields = collection.fields ?? collection.files[0].fields
  const inFile = fields.filter(field => field.name !== 'body')

  function fromFile(source) {
    const parts = collection.extension === 'md' ? FENCE.exec(source) : [source, source]
    if (!parts) throw new Error('berkas ini tidak diawali baris "---".')
    const data = read(parts[1])
    const shown = forForm(inFile, data)
    shown[UNSEEN] = { awal: COMMENTS.exec(parts[1])?.[0] ?? '', urut: Object.keys(data) }
    return collection.extension === 'md' ? { ...shown, body: (parts[2] ?? '').trim() } : shown
  }

  function toFile(form) {
    const { [UNSEEN]: unseen = {}, body = '', ...data } = form
    const head = unseen.awal ?? (collection.awal ? `${collection.awal}\n` : '')
    const values = head + write(inOrder(forFile(inFile, data), unseen.urut ?? []))
    if (collection.extension !== 'md') return values
    return body.trim() ? `---\n${values}---\n\n${body.trim()}\n` : `---\n${values}---\n`
  }

  return { fromFile, toFile }
}

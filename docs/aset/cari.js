// The search over everything, in parts of an index that are fetched as they are needed; what is asked for lives in the address.
// Texts of the index become text nodes, never markup.
const ROOT = new URL("../", import.meta.url);
const FIRST = 5; // results of each kind beside other kinds: every one is a fetch
const MORE = 10; // results of a kind alone, and with each further click
const EXCERPT = 28; // words
const SLOW = 150; // milliseconds until it is said that something is being fetched
const FAILED = "Pencarian tidak dapat dimuat. Periksa sambungan lalu tekan Cari lagi, atau pakai daftar di bawah ini.";

const box = document.querySelector("#cari-teks");
const form = box.form;
const told = document.querySelector("#cari-keadaan");
const chips = document.querySelector("#cari-jenis");
const sections = [...document.querySelectorAll("#cari-hasil [data-jenis]")];
const pattern = document.querySelector("#cari-butir").content.querySelector("li");
const number = new Intl.NumberFormat("id-ID");
let latest = 0;

// ---------------------------------------------------------------- index

let loading;

/** Pagefind with the site's index, begun once; a failed attempt is forgotten, so that the next search tries again. */
function engine() {
  loading ??= (async () => {
    const pagefind = await import(new URL("pagefind/pagefind.js", ROOT));
    // a worker would fetch all of Pagefind once more
    await pagefind.options({ baseUrl: ROOT.pathname, noWorker: true });
    await pagefind.init();
    return pagefind;
  })().catch((error) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

/** Kind -> what is found of it, best first. News, the largest kind, is what no filter names: its list would be long. */
async function find(words) {
  const pagefind = await engine();
  const kinds = sections.filter((one) => !("tanpaSaringan" in one.dataset)).map((one) => one.dataset.jenis);
  const [all, ...named] = await Promise.all([
    pagefind.search(words),
    ...kinds.map((kind) => pagefind.search(words, { filters: { jenis: kind } })),
  ]);
  const elsewhere = new Set(named.flatMap((found) => found.results.map((result) => result.id)));
  const rest = all.results.filter((result) => !elsewhere.has(result.id));
  const found = new Map(kinds.map((kind, i) => [kind, named[i].results]));
  return new Map(sections.map((one) => [one.dataset.jenis, found.get(one.dataset.jenis) ?? rest]));
}

// ---------------------------------------------------------------- search

const wantedKind = () => chips.querySelector("input:checked").value;

async function run() {
  const turn = ++latest;
  const words = box.value.trim();
  document.title = document.title.replace(/^(.*: )?/, words ? `${words}: ` : "");
  if (!words) {
    told.textContent = "";
    clear();
    return;
  }
  const late = setTimeout(() => (told.textContent = "Mencari …"), SLOW);
  try {
    const found = await find(words);
    const only = wantedKind();
    const wanted = [...found].filter(([kind, results]) => results.length && (!only || only === kind));
    const first = wanted.length > 1 ? FIRST : MORE;
    const shown = await Promise.all(wanted.map(([, results]) => load(results.slice(0, first))));
    if (turn !== latest) return;
    clear();
    wanted.forEach(([kind, results], i) => fill(section(kind), results, shown[i], words));
    tell(words, new Map([...found].map(([kind, results]) => [kind, results.length])));
  } catch (error) {
    if (turn !== latest) return;
    console.warn(error);
    clear();
    told.textContent = FAILED;
  } finally {
    clearTimeout(late);
  }
}

const load = (found) => Promise.all(found.map((result) => result.data()));

const section = (kind) => sections.find((one) => one.dataset.jenis === kind);

function clear() {
  chips.hidden = true;
  for (const one of sections) one.hidden = true;
}

function tell(words, counts) {
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const kinds = [...counts].filter(([, count]) => count);
  const only = wantedKind();
  chips.hidden = !all;
  for (const input of chips.querySelectorAll("input")) {
    const count = input.value ? counts.get(input.value) : all;
    input.closest("label").hidden = !count && !input.checked;
    input.parentElement.querySelector("[data-jumlah]").textContent = `(${number.format(count)})`;
  }
  if (!all) told.textContent = `Tidak ada yang cocok dengan “${words}”. Kurangi katanya, periksa ejaannya, atau pakai daftar di bawah ini.`;
  else if (only) told.textContent = `${number.format(counts.get(only))} hasil dari jenis ini untuk “${words}”.`;
  else told.textContent = `${number.format(all)} hasil untuk “${words}” dalam ${number.format(kinds.length)} jenis.`;
}

// ---------------------------------------------------------------- results

/** Show the first results of a kind, with a button for the others. */
function fill(place, found, shown, asked) {
  const list = place.querySelector("ol");
  const more = place.querySelector("[data-lagi]");
  const lines = (results) => results.map((data) => item(data, asked));
  const left = () => (more.parentElement.hidden = list.children.length >= found.length);
  list.replaceChildren(...lines(shown));
  place.querySelector("h2 [data-jumlah]").textContent = `(${number.format(found.length)})`;
  place.hidden = false;
  left();
  more.onclick = async () => {
    const from = list.children.length;
    more.disabled = true;
    try {
      list.append(...lines(await load(found.slice(from, from + MORE))));
      left();
      list.children[from].querySelector("a").focus();
    } catch (error) {
      console.warn(error);
      told.textContent = FAILED;
    } finally {
      more.disabled = false;
    }
  };
}

/** One result: title, what it is, and the words around what was asked for. */
function item(data, asked) {
  const line = pattern.cloneNode(true);
  const [link, note, excerpt] = [line.querySelector("a"), line.querySelector("p"), line.querySelector(".cari__cuplikan")];
  const long = "tersirat" in data.meta; // the index knows no places in such a text
  const title = data.meta.title.trim().split(/\s+/);
  const text = (long ? `${data.meta.title} ${data.meta.ringkasan ?? ""}` : data.content).trim().split(/\s+/);
  const hits = long ? alike(text, asked) : new Set(data.locations);
  link.href = new URL(data.url.replace(/^(.*#.*)\/$/, "$1"), ROOT);
  link.append(...marked(title, hits, 0));
  note.textContent = data.meta.keterangan ?? "";
  note.hidden = !note.textContent;
  if (hits.size || !data.meta.kata) {
    const from = densest(hits, title.length, text.length);
    const to = Math.min(from + EXCERPT, text.length);
    excerpt.append(from > title.length ? "… " : "", ...marked(text.slice(from, to), hits, from), to < text.length ? " …" : "");
  } else excerpt.textContent = `Disebut juga: ${data.meta.kata}`;
  excerpt.hidden = !excerpt.textContent;
  return line;
}

/** Places of the words that hold one of those asked for. */
function alike(words, asked) {
  const parts = asked.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const same = (word) => parts.some((part) => (part.length > 2 ? word.includes(part) : word === part));
  return new Set(words.flatMap((word, i) => (same(bare(word).toLowerCase()) ? [i] : [])));
}

const EDGES = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su;

/** A word without the signs around it. */
const bare = (word) => word.match(EDGES)[2];

/** Where the excerpt with the most hits begins, after the title. */
function densest(hits, first, end) {
  let best = first;
  let most = 0;
  for (const hit of hits) {
    const from = Math.max(first, Math.min(hit - 4, end - EXCERPT));
    let count = 0;
    for (const other of hits) count += other >= Math.max(from, first) && other < from + EXCERPT;
    if (hit >= first && count > most) [best, most] = [from, count];
  }
  return best;
}

/** Words as nodes, those that were hit marked; `offset` is the place of the first. */
function marked(words, hits, offset) {
  return words.flatMap((word, i) => {
    const blank = i ? " " : "";
    if (!hits.has(offset + i)) return [blank + word];
    const [, before, core, after] = word.match(EDGES);
    const mark = document.createElement("mark");
    mark.textContent = core;
    return [blank + before, mark, after];
  });
}

// ---------------------------------------------------------------- events

/** The state as an address: only what was asked for. */
function address() {
  const state = new URLSearchParams();
  if (box.value.trim()) state.set("q", box.value.trim());
  if (wantedKind()) state.set("jenis", wantedKind());
  return state.size ? `?${state}` : location.pathname;
}

function choose(kind) {
  const inputs = [...chips.querySelectorAll("input")];
  (inputs.find((input) => input.value === kind) ?? inputs[0]).checked = true;
}

function fromAddress() {
  const state = new URLSearchParams(location.search);
  box.value = state.get("q") ?? "";
  choose(state.get("jenis") ?? "");
  return run();
}

box.addEventListener("focus", () => engine().catch(() => undefined), { once: true });
form.addEventListener("submit", (event) => {
  event.preventDefault();
  choose("");
  history.pushState(null, "", address());
  run();
});
chips.addEventListener("change", () => {
  // arrow keys pass through every kind: one step back leaves them all
  const method = new URLSearchParams(location.search).has("jenis") ? "replaceState" : "pushState";
  history[method](null, "", address());
  run();
});
addEventListener("popstate", fromAddress);
fromAddress();

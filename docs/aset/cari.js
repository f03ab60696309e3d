// The search over everything, in parts of an index that are fetched as they are needed; what is asked for lives in the address.
// Texts of the index become text nodes, never markup.
const ROOT = new URL("../", import.meta.url);
const FIRST = 5; // results of each kind beside other kinds: every one is a fetch
const MORE = 10; // results of a kind alone, and with each further click
const EXCERPT = 28; // words
const SLOW = 150; // milliseconds until it is said that something is being fetched
const FAILED = "Pencarian tidak dapat dimuat. Periksa sambungan lalu tekan Cari lagi, atau pakai daftar di bawah ini.";

const form = document.querySelector("form.cari");
const box = form.elements.q;
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
    await pagefind.options({ baseUrl: ROOT.pathname });
    await pagefind.init();
    return pagefind;
  })().catch((error) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

/** What is found of each kind that was asked for: kind -> results, best first; and how many of every kind there are. */
async function find(words, only) {
  const pagefind = await engine();
  const kinds = sections.map((section) => section.dataset.jenis);
  const all = await pagefind.search(words, { filters: { jenis: { any: kinds } } });
  const counts = new Map(kinds.map((kind) => [kind, all.filters.jenis?.[kind] ?? 0]));
  const wanted = kinds.filter((kind) => counts.get(kind) && (!only || only === kind));
  const found = await Promise.all(wanted.map((kind) => pagefind.search(words, { filters: { jenis: kind } })));
  return { counts, results: new Map(wanted.map((kind, i) => [kind, found[i].results])) };
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
    const { counts, results } = await find(words, wantedKind());
    const several = results.size > 1;
    const shown = await Promise.all([...results].map(([, found]) => load(found.slice(0, several ? FIRST : MORE))));
    if (turn !== latest) return;
    clear();
    [...results].forEach(([kind, found], i) => fill(section(kind), found, shown[i]));
    tell(words, counts);
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
function fill(place, found, shown) {
  const list = place.querySelector("ol");
  const more = place.querySelector("[data-lagi]");
  const left = () => (more.parentElement.hidden = list.children.length >= found.length);
  list.replaceChildren(...shown.map(item));
  place.querySelector("h2 [data-jumlah]").textContent = `(${number.format(found.length)})`;
  place.hidden = false;
  left();
  more.onclick = async () => {
    const from = list.children.length;
    more.disabled = true;
    try {
      list.append(...(await load(found.slice(from, from + MORE))).map(item));
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
function item(data) {
  const line = pattern.cloneNode(true);
  const [link, note, excerpt] = [line.querySelector("a"), line.querySelector("p"), line.querySelector(".cari__cuplikan")];
  const words = data.content.split(/\s+/);
  const title = data.meta.title.trim().split(/\s+/).length;
  const hits = new Set(data.locations);
  link.href = new URL(data.url.replace(/^(.*#.*)\/$/, "$1"), ROOT);
  link.append(...marked(data.meta.title.trim().split(/\s+/), hits, 0));
  note.textContent = data.meta.keterangan ?? "";
  note.hidden = !note.textContent;
  const from = densest(hits, title, words.length);
  const to = Math.min(from + EXCERPT, words.length);
  if (hits.size || !data.meta.kata) {
    excerpt.append(from > title ? "… " : "", ...marked(words.slice(from, to), hits, from), to < words.length ? " …" : "");
  } else excerpt.textContent = `Disebut juga: ${data.meta.kata}`;
  excerpt.hidden = !excerpt.textContent;
  return line;
}

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
    const mark = document.createElement("mark");
    mark.textContent = word;
    return [blank, mark];
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

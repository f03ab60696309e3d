// Search and filter of the Daftar Informasi Publik. Its tables are fetched on first use; the state lives in the address.
const ROOT = new URL("../../", import.meta.url);
const TABLES = new URL("ppid/daftar/cari/", ROOT);
const PER_PAGE = 25;
const WAIT = 80; // milliseconds after the last key
const FAILED = "Pencarian tidak dapat dimuat. Pakai daftar per kategori, perangkat daerah, tahun atau bentuk di bawah ini.";
const [ID, TITLE, CHANGED, FIRST_FIELD] = [0, 1, 2, 3]; // places in a row of the index

const form = document.querySelector("form.cari-dip");
const told = document.querySelector("#cari-keadaan");
const found = document.querySelector("#hasil");
const list = document.querySelector("#daftar");
const body = found.querySelector("tbody");
const pager = found.querySelector("nav");
const pattern = document.querySelector("#contoh-baris").content.querySelector("tr");
const columns = found.dataset.kunci.split(" ");
const facets = [...form.querySelectorAll("select[data-saringan]")];
const number = new Intl.NumberFormat("id-ID");
let latest = 0;

// ---------------------------------------------------------------- tables

/** What `make` gives, made once; a failed attempt is forgotten, so that the next use tries again. */
function once(make) {
  let made;
  return () => {
    made ??= make().catch((error) => {
      made = undefined;
      throw error;
    });
    return made;
  };
}

async function json(name, version) {
  const address = new URL(name, TABLES);
  if (version) address.searchParams.set("v", version);
  const response = await fetch(address, version ? {} : { cache: "no-cache" });
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.json();
}

/** The index: rows of numbers, and in `places` the number of each field's values. */
const loadIndex = once(async () => {
  const index = await json("indeks.json");
  index.fields = Object.keys(index.medan);
  index.titles = index.butir.map((row) => row[TITLE].toLowerCase());
  const collator = new Intl.Collator("id", { numeric: true });
  index.titleRank = new Uint32Array(index.butir.length);
  const byTitle = index.titles.map((title, i) => [title, i]).sort((a, b) => collator.compare(a[0], b[0]));
  byTitle.forEach(([, i], rank) => (index.titleRank[i] = rank));
  return index;
});

/** The texts beside the titles, needed as soon as there are words to find. */
const loadTexts = once(async () => json("teks.json", (await loadIndex()).versi));

const pieces = new Map();

/** The columns of an entry, from the piece that it lies in. */
async function columnsOf(index, entry) {
  const piece = Math.floor(entry / index.potongan);
  if (!pieces.has(piece)) pieces.set(piece, once(() => json(`${piece}.json`, index.versi)));
  return (await pieces.get(piece)())[entry % index.potongan];
}

// ---------------------------------------------------------------- state

/** What the form asks for, without what is as it was at the beginning. */
function stateOfForm() {
  const state = new URLSearchParams();
  for (const field of form.elements) {
    if (field.name && field.value.trim() && field.value !== beginning(field)) state.set(field.name, field.value.trim());
  }
  return state;
}

function beginning(field) {
  return field.options ? field.options[0].value : "";
}

/** Fill the form from the address; unknown values are left out. */
function formFrom(state) {
  for (const field of form.elements) {
    if (!field.name) continue;
    field.value = state.get(field.name) ?? beginning(field);
    if (field.options && field.selectedIndex < 0) field.value = beginning(field);
  }
}

function show(state, replace = false) {
  const query = state.toString();
  history[replace ? "replaceState" : "pushState"](null, "", query ? `?${query}` : location.pathname);
  return run(Number(state.get("hal")) || 1);
}

// ---------------------------------------------------------------- search

/** Entries that hold every word, with how many of the words stand in their titles; all entries where nothing is asked. */
function withWords(index, texts, words) {
  const hits = [];
  for (let entry = 0; entry < index.butir.length; entry += 1) {
    let inTitle = 0;
    let inText = 0;
    for (const word of words) {
      if (index.titles[entry].includes(word)) inTitle += 1;
      else if (texts[entry].includes(word)) inText += 1;
      else break;
    }
    if (inTitle + inText === words.length) hits.push({ entry, inTitle });
  }
  return hits;
}

/** The hits that every filter lets through; and per filter, how many each of its choices would give beside the others. */
function filtered(index, hits) {
  const wanted = facets.map((select) => (select.value ? index.medan[select.name].indexOf(select.value) : -1));
  const places = facets.map((select) => FIRST_FIELD + index.fields.indexOf(select.name));
  const counts = facets.map((select) => new Uint32Array(index.medan[select.name].length));
  const kept = [];
  for (const hit of hits) {
    const row = index.butir[hit.entry];
    let refused = 0;
    let by = -1;
    for (let i = 0; i < wanted.length && refused < 2; i += 1) {
      if (wanted[i] >= 0 && row[places[i]] !== wanted[i]) {
        refused += 1;
        by = i;
      }
    }
    if (refused === 0) {
      kept.push(hit);
      for (let i = 0; i < places.length; i += 1) counts[i][row[places[i]]] += 1;
    } else if (refused === 1) counts[by][row[places[by]]] += 1;
  }
  return { kept, counts };
}

/** Sort keys: a number per entry, smaller first. What lacks the value comes last in both directions. */
function sortKey(index, key) {
  const name = key.replace("-", "");
  const sign = key.startsWith("-") ? -1 : 1;
  if (name === "judul") return (entry) => sign * index.titleRank[entry];
  if (name === "diperbarui") return (entry) => sign * index.butir[entry][CHANGED];
  const place = FIRST_FIELD + index.fields.indexOf(name);
  if (name !== "tahun") return (entry) => sign * index.butir[entry][place];
  const years = index.medan.tahun.map(Number);
  return (entry) => (Number.isNaN(years[index.butir[entry][place]]) ? Infinity : sign * years[index.butir[entry][place]]);
}

function sorted(index, hits) {
  const key = form.elements.urut.value;
  if (!key) return hits.sort((a, b) => b.inTitle - a.inTitle || a.entry - b.entry);
  const rank = sortKey(index, key);
  return hits.sort((a, b) => rank(a.entry) - rank(b.entry) || a.entry - b.entry);
}

async function run(page) {
  const turn = ++latest;
  const asked = stateOfForm();
  const used = asked.size - asked.has("q");
  form.querySelector("[data-dipakai]").textContent = used ? `(${used} dipakai)` : "";
  if (!asked.size) {
    told.textContent = "";
    found.hidden = true;
    list.hidden = false;
    return;
  }
  try {
    const late = setTimeout(() => (told.textContent = "Memuat pencarian …"), 100);
    const words = (asked.get("q") ?? "").toLowerCase().split(/\s+/).filter(Boolean);
    const [index, texts] = await Promise.all([loadIndex(), words.length ? loadTexts() : []]).finally(() => clearTimeout(late));
    const { kept, counts } = filtered(index, withWords(index, texts, words));
    const pages = Math.max(1, Math.ceil(kept.length / PER_PAGE));
    const current = Math.min(Math.max(1, page), pages);
    const first = (current - 1) * PER_PAGE;
    const shown = sorted(index, kept).slice(first, first + PER_PAGE);
    const items = await Promise.all(shown.map(({ entry }) => columnsOf(index, entry)));
    if (turn !== latest) return;
    body.replaceChildren(...items.map((item, i) => row(index.butir[shown[i].entry], item, first + i + 1, words)));
    turnPages(current, pages);
    tellCounts(index, counts);
    found.hidden = false;
    list.hidden = true;
    const where = pages > 1 ? `; halaman ${number.format(current)} dari ${number.format(pages)}` : "";
    told.textContent = items.length
      ? `${number.format(kept.length)} butir ditemukan${where}.`
      : "Tidak ada butir yang cocok. Kurangi kata atau saringan.";
  } catch (error) {
    if (turn !== latest) return;
    console.warn(error);
    told.textContent = FAILED;
    found.hidden = true;
    list.hidden = false;
  }
}

function tellCounts(index, counts) {
  facets.forEach((select, i) => {
    for (const option of select.options) {
      if (option.dataset.nama) {
        option.text = `${option.dataset.nama} (${number.format(counts[i][index.medan[select.name].indexOf(option.value)])})`;
      }
    }
  });
}

// ---------------------------------------------------------------- results

/** A line of the table: a copy of the pattern with the entry's own texts in it. */
function row(entry, item, no, words) {
  const line = pattern.cloneNode(true);
  const guessed = new Set((item.tebakan ?? "").split(" "));
  const part = (selector) => line.querySelector(selector);
  const address = new URL(`ppid/informasi/${entry[ID]}/`, ROOT).href;
  part(".kol-no").textContent = no;
  const title = part(".kol-judul > a");
  title.href = address;
  title.replaceChildren(...marked(entry[TITLE], words));
  const category = part(".kol-kategori");
  const mark = category.querySelector("a");
  mark.href = `${address}#simpulan`;
  category.replaceChildren(
    ...(guessed.has("kategori") ? [`Kategori: belum ditetapkan (usulan: ${item.kategori})`, mark] : [`Kategori: ${item.kategori}`]),
  );
  const blank = blankMark();
  const star = part("td .simpulan").cloneNode(true);
  const fill = (place, key, before = "") => {
    const text = item[key];
    const parts = text ? marked(text, key === "ringkasan" ? words : []) : [blank.cloneNode(true)];
    place.replaceChildren(before, ...parts, ...(text && guessed.has(key) ? [star.cloneNode(true)] : []));
  };
  fill(part(".kol-tahun"), "tahun", "Tahun: ");
  line.querySelectorAll("td[data-label]").forEach((cell, i) => fill(cell, columns[i]));
  const badge = part(".lencana");
  if (item.ditarik) badge.textContent = `ditarik ${item.ditarik}`;
  else badge.parentElement.remove();
  return line;
}

function blankMark() {
  const blank = document.createElement("span");
  blank.className = "kosong";
  blank.textContent = "belum diisi";
  return blank;
}

/** The text as nodes, with what was asked for marked. */
function marked(text, words) {
  const low = text.toLowerCase();
  const marks = new Uint8Array(text.length);
  for (const word of words) {
    for (let at = low.indexOf(word); at >= 0; at = low.indexOf(word, at + word.length)) marks.fill(1, at, at + word.length);
  }
  const parts = [];
  for (let from = 0, to = 0; from < text.length; from = to) {
    while (to < text.length && marks[to] === marks[from]) to += 1;
    const piece = document.createElement("mark");
    piece.textContent = text.slice(from, to);
    parts.push(marks[from] ? piece : piece.textContent);
  }
  return parts;
}

function turnPages(current, pages) {
  const link = (text, page, rel) => {
    const state = stateOfForm();
    if (page > 1) state.set("hal", page);
    const a = document.createElement("a");
    a.href = `?${state}`;
    a.textContent = text;
    if (rel) a.rel = rel;
    return a;
  };
  const hidden = (text) => {
    const span = document.createElement("span");
    span.className = "vh";
    span.textContent = text;
    return span;
  };
  const numbered = (page) => {
    const place = page === current ? document.createElement("span") : link("", page);
    if (page === current) place.setAttribute("aria-current", "page");
    place.append(hidden("Halaman "), number.format(page));
    return place;
  };
  // the same as in the template: the first, the last, those around
  const near = [...new Set([1, current - 1, current, current + 1, pages])].filter((page) => page >= 1 && page <= pages);
  const places = near.flatMap((page, i) => (i && page - near[i - 1] > 1 ? ["…", numbered(page)] : [numbered(page)]));
  const before = current > 1 ? [link("‹ Sebelumnya", current - 1, "prev")] : [];
  const after = current < pages ? [link("Berikutnya ›", current + 1, "next")] : [];
  pager.hidden = pages === 1;
  pager.replaceChildren(...[...before, ...places, ...after].flatMap((place) => [place, " "]));
}

// ---------------------------------------------------------------- events

let timer;
// on a phone the list matters more than seven fields
form.querySelector("details").open = matchMedia("(min-width: 60em)").matches;
form.addEventListener("focusin", () => loadIndex().catch(() => undefined), { once: true });
form.elements.q.addEventListener("focus", () => loadTexts().catch(() => undefined), { once: true });
form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(timer);
  show(stateOfForm());
});
form.addEventListener("input", (event) => {
  if (event.target.name !== "q") return;
  clearTimeout(timer);
  // one step back leaves the search, however many keys it took
  timer = setTimeout(() => show(stateOfForm(), new URLSearchParams(location.search).has("q")), WAIT);
});
form.addEventListener("change", (event) => {
  if (event.target.name !== "q") show(stateOfForm());
});
form.addEventListener("reset", (event) => {
  event.preventDefault();
  clearTimeout(timer);
  formFrom(new URLSearchParams());
  show(new URLSearchParams());
});
pager.addEventListener("click", async (event) => {
  const link = event.target.closest("a");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  await show(new URLSearchParams(link.search));
  found.focus();
  found.scrollIntoView();
});
addEventListener("popstate", start);

function start() {
  const state = new URLSearchParams(location.search);
  formFrom(state);
  run(Number(state.get("hal")) || 1);
}
start();

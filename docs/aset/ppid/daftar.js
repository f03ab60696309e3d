// Search and filter of the Daftar Informasi Publik. The index is fetched on first use; the state lives in the address.
const ROOT = new URL("../../", import.meta.url);
const PER_PAGE = 25;
const WAIT = 150; // milliseconds after the last key
const KIND = "informasi publik";
const FAILED = "Pencarian tidak dapat dimuat. Pakai daftar per kategori, perangkat daerah, tahun atau bentuk di bawah ini.";

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
let loading;

// ---------------------------------------------------------------- index

/** The index, fetched once; a failed attempt is forgotten, so that the next use tries again. */
function load() {
  loading ??= (async () => {
    const index = await import(new URL("pagefind/pagefind.js", ROOT));
    await index.init();
    await index.filters();
    return index;
  })().catch((error) => {
    loading = undefined;
    throw error;
  });
  return loading;
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
    const value = state.get(field.name) ?? beginning(field);
    field.value = value;
    if (field.options && field.selectedIndex < 0) field.value = beginning(field);
  }
}

function show(state, replace = false) {
  const query = state.toString();
  history[replace ? "replaceState" : "pushState"](null, "", query ? `?${query}` : location.pathname);
  return run(Number(state.get("hal")) || 1);
}

// ---------------------------------------------------------------- search

function filtersWithout(key) {
  const filters = { jenis: KIND };
  for (const select of facets) {
    if (select.value && select.name !== key) filters[select.name] = select.value;
  }
  return filters;
}

function order(words) {
  const key = form.elements.urut.value || (words ? "" : "judul");
  return key ? { [key.replace("-", "")]: key.startsWith("-") ? "desc" : "asc" } : undefined;
}

async function run(page) {
  const turn = ++latest;
  if (!stateOfForm().size) {
    told.textContent = "";
    found.hidden = true;
    list.hidden = false;
    if (loading) count(await load().catch(() => undefined), null, turn);
    return;
  }
  if (!loading) told.textContent = "Memuat pencarian …";
  try {
    const index = await load();
    const words = form.elements.q.value.trim() || null;
    const search = await index.search(words, { filters: filtersWithout(), sort: order(words) });
    const pages = Math.max(1, Math.ceil(search.results.length / PER_PAGE));
    const current = Math.min(Math.max(1, page), pages);
    const shown = search.results.slice((current - 1) * PER_PAGE, current * PER_PAGE);
    const items = await Promise.all(shown.map((result) => result.data()));
    if (turn !== latest) return;
    body.replaceChildren(...items.map((item, i) => row(item, (current - 1) * PER_PAGE + i + 1, words)));
    turnPages(current, pages);
    found.hidden = false;
    list.hidden = true;
    const where = pages > 1 ? `; halaman ${number.format(current)} dari ${number.format(pages)}` : "";
    told.textContent = items.length
      ? `${number.format(search.results.length)} butir ditemukan${where}.`
      : "Tidak ada butir yang cocok. Kurangi kata atau saringan.";
    form.dataset.selesai = turn;
    await count(index, words, turn);
  } catch (error) {
    if (turn !== latest) return;
    console.warn(error);
    told.textContent = FAILED;
    found.hidden = true;
    list.hidden = false;
  }
}

/** How many entries each choice would give, were it made beside the other choices. */
async function count(index, words, turn) {
  if (!index) return;
  for (const select of facets) {
    const search = await index.search(words, { filters: filtersWithout(select.name) });
    if (turn !== latest) return;
    const counts = search.filters[select.name] ?? {};
    for (const option of select.options) {
      if (option.dataset.nama) option.text = `${option.dataset.nama} (${number.format(counts[option.value] ?? 0)})`;
    }
  }
}

// ---------------------------------------------------------------- results

/** A line of the table: a copy of the pattern with the entry's own texts in it. */
function row(item, no, words) {
  const line = pattern.cloneNode(true);
  const meta = item.meta;
  const guessed = new Set((meta.tebakan ?? "").split(" "));
  const part = (selector) => line.querySelector(selector);
  const address = new URL(item.raw_url.replace(/^\//, ""), ROOT).href;
  part(".kol-no").textContent = no;
  const title = part(".kol-judul > a");
  title.href = address;
  title.replaceChildren(...marked(meta.title, words));
  const category = part(".kol-kategori");
  const mark = category.querySelector("a");
  mark.href = `${address}#simpulan`;
  category.replaceChildren(
    ...(guessed.has("kategori") ? [`Kategori: belum ditetapkan (usulan: ${meta.kategori})`, mark] : [`Kategori: ${meta.kategori}`]),
  );
  const blank = blankMark();
  const star = part("td .simpulan").cloneNode(true);
  const fill = (place, key, before = "") => {
    const text = meta[key];
    const parts = text ? marked(text, key === "ringkasan" ? words : null) : [blank.cloneNode(true)];
    place.replaceChildren(before, ...parts, ...(text && guessed.has(key) ? [star.cloneNode(true)] : []));
  };
  fill(part(".kol-tahun"), "tahun", "Tahun: ");
  line.querySelectorAll("td[data-label]").forEach((cell, i) => fill(cell, columns[i]));
  const badge = part(".lencana");
  if (meta.ditarik) badge.textContent = `ditarik ${meta.ditarik}`;
  else badge.parentElement.remove();
  return line;
}

function blankMark() {
  const blank = document.createElement("span");
  blank.className = "kosong";
  blank.textContent = "belum diisi";
  return blank;
}

/** The text as nodes, with the words that begin like a word of the query marked. */
function marked(text, words) {
  const wanted = (words ?? "").toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  if (!wanted.length) return [text];
  return text.split(/([\p{L}\p{N}]+)/u).map((piece) => {
    if (!wanted.some((word) => piece.toLowerCase().startsWith(word))) return piece;
    const mark = document.createElement("mark");
    mark.textContent = piece;
    return mark;
  });
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
  const here = document.createElement("span");
  here.textContent = `halaman ${number.format(current)} dari ${number.format(pages)}`;
  const before = current > 1 ? [link("« Pertama", 1), link("‹ Sebelumnya", current - 1, "prev")] : [];
  const after = current < pages ? [link("Berikutnya ›", current + 1, "next"), link("Terakhir »", pages)] : [];
  pager.hidden = pages === 1;
  pager.replaceChildren(...before.flatMap((a) => [a, " "]), here, ...after.flatMap((a) => [" ", a]));
}

// ---------------------------------------------------------------- events

let timer;
form.hidden = false;
// on a phone the list matters more than seven fields
form.querySelector("details").open = matchMedia("(min-width: 60em)").matches || location.search.length > 1;
form.addEventListener("focusin", () => load().catch(() => undefined), { once: true });
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

// Saringan daftar: tanpa JavaScript semua butir tetap tampil dan kotaknya tersembunyi.
for (const form of document.querySelectorAll("form.saring")) {
  const box = form.querySelector("input");
  const result = form.querySelector("[role=status]");
  const items = [...document.querySelectorAll("[data-saring]")];
  const groups = [...document.querySelectorAll("[data-saring-kelompok]")].reverse();
  const apply = () => {
    const words = box.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const item of items) {
      item.hidden = !words.every((word) => item.dataset.saring.includes(word));
      shown += !item.hidden;
    }
    for (const group of groups) {
      group.hidden = words.length > 0 && !group.querySelector("[data-saring]:not([hidden])");
    }
    result.textContent = words.length ? `${shown} dari ${items.length} cocok` : "";
  };
  form.addEventListener("submit", (event) => event.preventDefault());
  box.addEventListener("input", apply);
  apply();
}

// Sorotan lajur: menandai langkah satu pelaksana di tabel dan di daftar.
for (const label of document.querySelectorAll(".sorot")) {
  const places = [...label.parentElement.querySelectorAll("[data-lajur]")];
  label.hidden = false;
  label.querySelector("select").addEventListener("change", (event) => {
    const actor = event.target.value;
    for (const place of places) {
      const own = place.dataset.lajur.split(" ").includes(actor);
      place.classList.toggle("tersorot", Boolean(actor) && own && place.tagName !== "LI");
      place.classList.toggle("redam", Boolean(actor) && !own && place.tagName === "LI");
    }
  });
}

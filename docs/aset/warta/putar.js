// Memuat pemutar YouTube hanya sesudah tombolnya ditekan. Tanpa JavaScript tombolnya tersembunyi; tautan ke YouTube tetap ada.
for (const button of document.querySelectorAll("[data-putar-youtube]")) {
  const place = document.querySelector("[data-pemutar]");
  button.hidden = false;
  button.addEventListener("click", () => {
    const frame = document.createElement("iframe");
    frame.src = `https://www.youtube-nocookie.com/embed/${encodeURIComponent(button.dataset.putarYoutube)}?autoplay=1&cc_load_policy=1&cc_lang_pref=id&hl=id`;
    frame.title = button.dataset.judul;
    frame.allow = "autoplay; encrypted-media; fullscreen; picture-in-picture";
    frame.referrerPolicy = "strict-origin-when-cross-origin";
    place.replaceChildren(frame);
    frame.focus();
  });
}

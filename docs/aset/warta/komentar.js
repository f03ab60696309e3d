// Mengambil komentar dari server komentar (Isso), hanya setelah pembaca memintanya. Sebelum itu tidak ada yang dihubungi.
const SECONDS = 15; // sesudah ini server dianggap tidak menjawab
const SETTINGS = {
  css: "false", // gayanya milik portal, lihat komentar.css
  lang: "id",
  vote: "false",
  avatar: "false",
  gravatar: "false",
  feed: "false",
  sorting: "oldest",
};

for (const button of document.querySelectorAll("[data-komentar]")) {
  const part = button.closest("section");
  const thread = part.querySelector("#isso-thread");
  const status = part.querySelector("[role=status]");
  const failure = part.querySelector(".warta-komentar-gagal");

  const fail = () => {
    document.querySelector("script[data-isso]")?.remove();
    failure.hidden = false;
    button.disabled = false;
    status.textContent = "";
  };

  button.addEventListener("click", () => {
    button.disabled = true;
    failure.hidden = true;
    status.textContent = "Mengambil komentar …";
    const waiting = setTimeout(fail, SECONDS * 1000);
    const arrival = new MutationObserver(() => {
      const text = thread.querySelector(".isso-textarea");
      if (!text) return;
      arrival.disconnect();
      clearTimeout(waiting);
      text.setAttribute("aria-label", "Komentar Anda");
      button.parentElement.hidden = true;
      failure.hidden = true;
      status.textContent = "Komentar ditampilkan.";
      thread.focus();
    });
    arrival.observe(thread, { childList: true, subtree: true });
    const script = document.createElement("script");
    script.src = `${button.dataset.komentar}/js/embed.min.js`;
    script.dataset.isso = `${button.dataset.komentar}/`;
    for (const [name, value] of Object.entries(SETTINGS)) script.setAttribute(`data-isso-${name}`, value);
    script.addEventListener("error", () => {
      arrival.disconnect();
      clearTimeout(waiting);
      fail();
    });
    document.head.append(script);
  });
}

// Dijalankan sebelum halaman digambar, supaya tampilan gelap tidak didahului kilatan terang.
(() => {
  const root = document.documentElement;
  const device = matchMedia("(prefers-color-scheme: dark)");
  const chosen = () => {
    try {
      return localStorage.getItem("tema");
    } catch {
      return null; // penyimpanan dimatikan: ikuti perangkat
    }
  };
  const apply = () => {
    const dark = chosen() ? chosen() === "gelap" : device.matches;
    root.dataset.mdColorScheme = dark ? "slate" : "default";
    return dark;
  };
  root.classList.replace("no-js", "js");
  apply();
  device.addEventListener("change", apply);

  document.addEventListener("DOMContentLoaded", () => {
    const theme = document.querySelector(".tombol-tema");
    const label = () => {
      theme.lastElementChild.textContent = `Ganti ke tampilan ${apply() ? "terang" : "gelap"}`;
    };
    theme.addEventListener("click", () => {
      try {
        localStorage.setItem("tema", apply() ? "terang" : "gelap");
      } catch {
        root.dataset.mdColorScheme = apply() ? "default" : "slate";
        return;
      }
      label();
    });
    label();

    const menu = document.querySelector(".tombol-menu");
    const list = document.getElementById(menu.getAttribute("aria-controls"));
    const show = (open) => {
      menu.setAttribute("aria-expanded", String(open));
      list.classList.toggle("terbuka", open);
    };
    menu.addEventListener("click", () => show(menu.getAttribute("aria-expanded") === "false"));
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && menu.getAttribute("aria-expanded") === "true") {
        show(false);
        menu.focus();
      }
    });
  });
})();

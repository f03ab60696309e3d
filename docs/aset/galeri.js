// Halaman komponen: contoh formulir diperiksa seperti formulir sungguhan, tetapi tidak menuju ke mana pun.
import { siapkan } from "./ppid/periksa.js";

const form = document.querySelector(".contoh-formulir");
const { periksa } = siapkan(form);
form.addEventListener("submit", (event) => {
  event.preventDefault();
  periksa();
});

// One entry: copy buttons, and the full address in the citation where the build did not know it. Without this script both are plain text.
for (const place of document.querySelectorAll("[data-alamat]")) {
  if (!place.textContent.startsWith("http")) place.textContent = location.origin + location.pathname;
}
const told = document.querySelector("#keadaan-salin");
for (const button of document.querySelectorAll("button[data-salin]")) {
  if (!navigator.clipboard) continue; // plain http offers no clipboard: the text can still be selected
  button.hidden = false;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(document.getElementById(button.dataset.salin).textContent.trim());
      told.textContent = "Tersalin.";
      button.textContent = "Tersalin";
    } catch {
      told.textContent = "Tidak dapat menyalin; pilih teksnya lalu salin.";
    }
  });
}

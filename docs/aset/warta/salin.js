// Menyalin alamat halaman. Tanpa JavaScript tombolnya tersembunyi; tautan berbagi tetap dapat dipakai.
for (const button of document.querySelectorAll("[data-salin-alamat]")) {
  const result = button.nextElementSibling;
  if (!navigator.clipboard) continue; // hanya ada pada alamat https dan localhost
  button.hidden = false;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(document.querySelector("link[rel=canonical]")?.href ?? location.href.split("#")[0]);
      result.textContent = "Alamat disalin.";
    } catch {
      result.textContent = "Alamat tidak dapat disalin; salin dari bilah alamat.";
    }
  });
}

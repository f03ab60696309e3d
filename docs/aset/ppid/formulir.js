// Formulir permohonan dan keberatan: diisi dan diperiksa di peramban saja, lalu dicetak atau dikirim warga sendiri.
// Tidak ada yang disimpan dan tidak ada yang dikirim oleh halaman ini.
import { alamatSurat, alamatWhatsApp, teksFormulir, TERPANJANG } from "./kirim.js";
import { siapkan } from "./periksa.js";

const form = document.querySelector("form.isian-formulir");
const siap = document.querySelector(".siap");
const lembar = document.querySelector("#lembar");
const { butir, periksa } = siapkan(form);
const di = (sifat) => siap.querySelector(`[data-${sifat}]`);

lembar.classList.add("menunggu");

const labelPilihan = ({ kontrol }) =>
  kontrol.filter((satu) => satu.checked).map((satu) => satu.labels[0].textContent.trim());

const jawaban = (satu) => {
  if (satu.element.hidden) return "";
  return (satu.jenis === "pilihan" || satu.jenis === "centang" ? labelPilihan(satu) : satu.nilai()).join("; ");
};

function isiLembar() {
  for (const satu of butir) {
    const baris = lembar.querySelector(`[data-lembar="${satu.id}"]`);
    const tempat = baris.querySelector(".jawaban");
    if (tempat) tempat.textContent = jawaban(satu);
    for (const pilihan of baris.querySelectorAll("[data-nilai]")) {
      const dipilih = !satu.element.hidden && satu.nilai().includes(pilihan.dataset.nilai);
      pilihan.querySelector(".kotak-centang").textContent = dipilih ? "✓" : "";
      pilihan.classList.toggle("terpilih", dipilih);
    }
  }
}

function siapkanKiriman() {
  const { judul, kepada, email, whatsapp } = siap.dataset;
  const teks = teksFormulir(judul, kepada, butir.map((satu) => [satu.label, jawaban(satu)]));
  const surat = alamatSurat(email, judul, teks);
  di("surat").href = surat;
  di("wa").href = alamatWhatsApp(whatsapp, teks);
  di("kepanjangan").hidden = surat.length <= TERPANJANG;
  siap.querySelector("textarea").value = teks;
}

function tampilkan(selesai) {
  form.hidden = selesai;
  siap.hidden = !selesai;
  lembar.classList.toggle("menunggu", !selesai);
  di("tersalin").textContent = "";
  (selesai ? siap.querySelector("h2") : butir[0].kontrol[0]).focus();
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  if (!periksa()) return;
  isiLembar();
  siapkanKiriman();
  tampilkan(true);
});

di("cetak").addEventListener("click", () => window.print());
di("ubah").addEventListener("click", () => tampilkan(false));
di("salin").addEventListener("click", async () => {
  const kotak = siap.querySelector("textarea");
  try {
    await navigator.clipboard.writeText(kotak.value);
    di("tersalin").textContent = "Teks sudah disalin.";
  } catch {
    kotak.hidden = false;
    kotak.select();
    di("tersalin").textContent = "Salin teks di kotak ini dengan tangan.";
  }
});

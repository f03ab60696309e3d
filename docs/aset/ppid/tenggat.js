// Kalkulator tenggat. Data hari libur dan jangka waktu ada di halaman, jadi tidak ada yang diminta dari server.
import { kalender, tenggat } from "./hari-kerja.js";
import { berkasKalender } from "./ics.js";
import { siapkan } from "./periksa.js";

const BULAN = ["Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember"];
const HARI = ["Minggu", "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu"];

const form = document.querySelector("form.kalkulator");
const hasil = document.querySelector(".hasil");
const data = JSON.parse(document.querySelector("#data-tenggat").textContent);
const { periksa } = siapkan(form);

let terakhir = [];

function panjang(tanggal, denganHari = true) {
  const hari = new Date(`${tanggal}T00:00:00Z`);
  const teks = `${hari.getUTCDate()} ${BULAN[hari.getUTCMonth()]} ${hari.getUTCFullYear()}`;
  return denganHari ? `${HARI[hari.getUTCDay()]}, ${teks}` : teks;
}

function buat(tanda, teks, kelas = "") {
  const element = document.createElement(tanda);
  element.textContent = teks;
  if (kelas) element.className = kelas;
  return element;
}

function keterangan({ jangka, mulai, perkiraan }) {
  const dasar = `${jangka.hari_kerja} hari kerja sesudah ${panjang(mulai, false)}`;
  return perkiraan ? `${dasar}; perkiraan, bila langkah sebelumnya selesai pada hari terakhirnya` : dasar;
}

const peringatan = (tahun) =>
  `Belum pasti: hari libur ${tahun.join(", ")} belum ada datanya, jadi hanya Sabtu dan Minggu yang dilewati.`;

function langkah(satu, libur) {
  const butir = document.createElement("li");
  butir.dataset.tenggat = satu.jangka.id;
  butir.append(buat("strong", panjang(satu.akhir)), ` ${satu.jangka.nama}`, buat("p", `${keterangan(satu)}.`, "redup"));
  if (satu.dilewati.length) {
    const nama = satu.dilewati.map((tanggal) => {
      const { nama: sebutan, jenis } = libur.get(tanggal);
      return `${panjang(tanggal, false)} (${jenis === "cuti bersama" ? "cuti bersama " : ""}${sebutan})`;
    });
    butir.append(buat("p", `Libur yang dilewati: ${nama.join("; ")}.`, "redup"));
  }
  if (satu.belumPasti.length) butir.append(buat("p", peringatan(satu.belumPasti), "pesan pesan-awas"));
  return butir;
}

function acara(satu) {
  const tanda = satu.belumPasti.length ? "Belum pasti: " : satu.perkiraan ? "Perkiraan: " : "";
  const uraian = [`${keterangan(satu)}.`, satu.belumPasti.length ? peringatan(satu.belumPasti) : "", satu.jangka.dasar ?? ""];
  return {
    uid: `${satu.jangka.id}-${satu.mulai}-${satu.akhir}@tenggat-ppid`,
    tanggal: satu.akhir,
    judul: `${tanda}Tenggat: ${satu.jangka.nama}`,
    uraian: uraian.filter(Boolean).join("\n"),
  };
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  hasil.hidden = true;
  if (!periksa()) return;
  const pilihan = new FormData(form);
  const kal = kalender(data.libur, pilihan.has("cuti-bersama"));
  terakhir = tenggat(kal, data.jangka_waktu, pilihan.get("peristiwa"), pilihan.get("tanggal"));
  hasil.querySelector("ol").replaceChildren(...terakhir.map((satu) => langkah(satu, kal.libur)));
  hasil.hidden = false;
  hasil.querySelector("h2").focus();
});

hasil.querySelector("[data-ics]").addEventListener("click", () => {
  const alamat = URL.createObjectURL(
    new Blob([berkasKalender(terakhir.map(acara), new Date())], { type: "text/calendar;charset=utf-8" }),
  );
  const tautan = document.createElement("a");
  tautan.href = alamat;
  tautan.download = "tenggat-ppid.ics";
  tautan.click();
  setTimeout(() => URL.revokeObjectURL(alamat), 10000);
});

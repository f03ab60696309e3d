// Teks formulir dan alamat untuk mengirimnya dengan e-mail atau WhatsApp warga sendiri.
// Alamat mailto yang lebih panjang dari ini dipotong sebagian aplikasi e-mail.
export const TERPANJANG = 1900;

// `jawaban`: [[label, isi]]; yang tidak dijawab tidak ditulis.
export function teksFormulir(judul, kepada, jawaban) {
  const baris = jawaban.filter(([, isi]) => isi).map(([label, isi]) => `${label}: ${isi}`);
  return [judul.toUpperCase(), `Kepada ${kepada}`, "", ...baris].join("\n");
}

export function alamatSurat(email, judul, teks) {
  const isi = encodeURIComponent(teks.replaceAll("\n", "\r\n"));
  return `mailto:${email}?subject=${encodeURIComponent(judul)}&body=${isi}`;
}

export const alamatWhatsApp = (nomor, teks) => `https://wa.me/${nomor}?text=${encodeURIComponent(teks)}`;

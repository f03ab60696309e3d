// Berkas kalender menurut RFC 5545: baris diakhiri CRLF, paling panjang 75 oktet, sambungannya diawali spasi.
const PANJANG = 75;
const pengode = new TextEncoder();

const lolos = (teks) => teks.replace(/[\\;,]/g, "\\$&").replace(/\r?\n/g, "\\n");

function lipat(baris) {
  const potongan = [];
  let isi = "";
  for (const huruf of baris) {
    if (pengode.encode(isi + huruf).length > PANJANG) {
      potongan.push(isi);
      isi = " ";
    }
    isi += huruf;
  }
  return [...potongan, isi].join("\r\n");
}

// `acara`: [{ uid, tanggal: "TTTT-BB-HH", judul, uraian }], masing-masing sehari penuh; `saat` waktu pembuatan.
export function berkasKalender(acara, saat) {
  const stempel = `${saat.toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;
  const baris = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Portal KominfoSP//Tenggat PPID//ID", "CALSCALE:GREGORIAN"];
  for (const { uid, tanggal, judul, uraian } of acara) {
    baris.push(
      "BEGIN:VEVENT",
      `UID:${uid}`,
      `DTSTAMP:${stempel}`,
      `DTSTART;VALUE=DATE:${tanggal.replaceAll("-", "")}`,
      `SUMMARY:${lolos(judul)}`,
      `DESCRIPTION:${lolos(uraian)}`,
      "TRANSP:TRANSPARENT",
      "END:VEVENT",
    );
  }
  baris.push("END:VCALENDAR");
  return baris.map((satu) => `${lipat(satu)}\r\n`).join("");
}

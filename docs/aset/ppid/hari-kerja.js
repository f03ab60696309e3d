// Hari kerja dan tenggat. Aturan yang sama ada di macros/ppid/workdays.py; sebuah uji menjalankan keduanya.
// Tanggal selalu teks TTTT-BB-HH dan dihitung dalam UTC, supaya zona waktu perangkat tidak menggesernya.
const SEHARI = 86400000;

const keWaktu = (tanggal) => Date.parse(`${tanggal}T00:00:00Z`);
const keTanggal = (waktu) => new Date(waktu).toISOString().slice(0, 10);
const akhirPekan = (waktu) => [0, 6].includes(new Date(waktu).getUTCDay());

// `tahun`: { "2026": [{ tanggal, nama, jenis }] }; cuti bersama ikut libur bila `cutiBersamaLibur`.
export function kalender(tahun, cutiBersamaLibur) {
  const libur = new Map();
  for (const hari of Object.values(tahun).flat()) {
    if (hari.jenis === "libur nasional" || cutiBersamaLibur) libur.set(hari.tanggal, hari);
  }
  return { libur, tahun: new Set(Object.keys(tahun)) };
}

// Hari kerja ke-`jumlah` sesudah `mulai`; `mulai` sendiri hari ke-0, hari kerja atau bukan.
export function hitung({ libur, tahun }, mulai, jumlah) {
  let waktu = keWaktu(mulai);
  const dilewati = [];
  const belumPasti = new Set();
  for (let sisa = jumlah; sisa > 0; ) {
    waktu += SEHARI;
    const tanggal = keTanggal(waktu);
    if (!tahun.has(tanggal.slice(0, 4))) belumPasti.add(Number(tanggal.slice(0, 4)));
    if (akhirPekan(waktu)) continue;
    if (libur.has(tanggal)) dilewati.push(tanggal);
    else sisa -= 1;
  }
  return { akhir: keTanggal(waktu), dilewati, belumPasti: [...belumPasti] };
}

// Tenggat jangka waktu `pertama`, yang mulai pada `mulai`, dan semua yang mengikutinya.
export function tenggat(kal, jangkaWaktu, pertama, mulai) {
  const hasil = new Map();
  for (const jangka of jangkaWaktu) {
    const sebelum = hasil.get(jangka.sesudah);
    if (jangka.id === pertama) {
      hasil.set(jangka.id, { jangka, mulai, ...hitung(kal, mulai, jangka.hari_kerja), perkiraan: false });
    } else if (sebelum) {
      const cacah = hitung(kal, sebelum.akhir, jangka.hari_kerja);
      const belumPasti = [...new Set([...sebelum.belumPasti, ...cacah.belumPasti])].sort();
      const perkiraan = sebelum.perkiraan || jangka.mulai !== null;
      hasil.set(jangka.id, { jangka, mulai: sebelum.akhir, ...cacah, belumPasti, perkiraan });
    }
  }
  return [...hasil.values()];
}

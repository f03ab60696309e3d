// Memeriksa isian formulir: ringkasan kesalahan di atas, pesan di setiap isian, keduanya dibacakan pembaca layar.
const E_MAIL = /^[^@\s]+@[^@\s.]+(\.[^@\s.]+)+$/;
const TELEPON = /^\+?[\d\s().-]{5,20}$/;
const TANGGAL = /^20\d\d-\d\d-\d\d$/;

// Isian formulir beserta cara memeriksanya; isian bersyarat tampil hanya bila syaratnya terpenuhi.
export function siapkan(form) {
  const butir = [...form.querySelectorAll("[data-isian]")].map(bacaButir);
  const milik = new Map(butir.map((satu) => [satu.id, satu]));
  const judulAsal = document.title;
  const ringkasan = form.querySelector(".ringkasan-salah");

  const sesuaikan = () => {
    for (const { element, syarat } of butir) {
      if (!syarat) continue;
      const [id, nilai] = syarat.split("=");
      element.hidden = !milik.get(id).nilai().includes(nilai);
    }
  };

  const pesan = (satu) => {
    const [isi] = satu.nilai();
    if (isi === undefined) {
      const lain = satu.atau && milik.get(satu.atau);
      const cukup = lain && (lain.nilai().length > 0 || butir.indexOf(lain) < butir.indexOf(satu));
      if (satu.kontrol[0].validity.badInput) return "Tulis tanggal yang lengkap dan benar.";
      return cukup ? "" : satu.salah;
    }
    if (satu.jenis === "email" && !E_MAIL.test(isi)) return "Tulis alamat e-mail seperti nama@contoh.id.";
    if (satu.jenis === "telepon" && !TELEPON.test(isi)) return "Tulis nomor telepon dengan angka, paling sedikit lima angka.";
    if (satu.jenis === "tanggal" && !TANGGAL.test(isi)) return "Tulis tahun antara 2000 dan 2099.";
    return "";
  };

  const periksa = () => {
    const salah = butir.filter((satu) => !satu.element.hidden).map((satu) => [satu, pesan(satu)]);
    for (const [satu, teks] of salah) tandai(satu, teks);
    const keliru = salah.filter(([, teks]) => teks);
    tulisRingkasan(ringkasan, keliru);
    document.title = keliru.length ? `Salah: ${judulAsal}` : judulAsal;
    return keliru.length === 0;
  };

  form.addEventListener("change", sesuaikan);
  sesuaikan();
  return { butir, periksa };
}

function bacaButir(element) {
  const { isian: id, jenis, label, salah = "", bila: syarat, atau } = element.dataset;
  const kontrol = [...element.querySelectorAll("input, textarea")];
  const bidang = element.querySelector("fieldset") ?? kontrol[0];
  // Jawaban yang dipilih, atau yang ditulis; daftar kosong bila tidak dijawab.
  const nilai = () => {
    const dipakai = bidang === kontrol[0] ? kontrol : kontrol.filter((satu) => satu.checked);
    return dipakai.map((satu) => satu.value.trim()).filter(Boolean);
  };
  const petunjuk = bidang.getAttribute("aria-describedby");
  return { element, id, jenis, label, salah, syarat, atau, kontrol, bidang, nilai, petunjuk };
}

function tandai({ id, element, bidang, kontrol, petunjuk }, teks) {
  const tempat = element.querySelector(".pesan-salah");
  tempat.textContent = teks;
  tempat.hidden = !teks;
  const uraian = [petunjuk, teks && `${id}-salah`].filter(Boolean).join(" ");
  if (uraian) bidang.setAttribute("aria-describedby", uraian);
  else bidang.removeAttribute("aria-describedby");
  for (const satu of kontrol) {
    if (teks) satu.setAttribute("aria-invalid", "true");
    else satu.removeAttribute("aria-invalid");
  }
}

function tulisRingkasan(ringkasan, keliru) {
  ringkasan.hidden = keliru.length === 0;
  const judul = document.createElement("h2");
  judul.textContent = `Ada ${keliru.length} isian yang perlu diperbaiki`;
  const daftar = document.createElement("ul");
  for (const [{ id, kontrol }, teks] of keliru) {
    const tautan = document.createElement("a");
    tautan.href = `#${id}`;
    tautan.textContent = teks;
    tautan.addEventListener("click", (event) => {
      event.preventDefault();
      kontrol[0].focus();
    });
    daftar.append(document.createElement("li"));
    daftar.lastChild.append(tautan);
  }
  ringkasan.replaceChildren(...(keliru.length ? [judul, daftar] : []));
  if (keliru.length) ringkasan.focus();
}

"""The first sheet of the workbook: what each sheet is for, and what to mind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from macros.sop_exchange import shape

STEPS = (
    "Isi lembar Identitas dan Prosedur seperti formulir SOP biasa. Lembar lain boleh dibiarkan.",
    "Simpan sebagai .xlsx, lalu uji coba: .venv/bin/python -m macros sop-impor NAMA-BERKAS.xlsx",
    "Bila tidak ada kesalahan, ulangi dengan --tulis. Kesalahan disebut dengan lembar dan selnya.",
)

SHEETS = (
    (
        shape.IDENTITY,
        "Kop, nomor, tanggal, pengesahan, enam kotak.",
        "Nilai ditulis di kanan judulnya, butir kotak di bawah judul kotak, di kanan nomornya. Tanggal boleh ditulis "
        "sebagai tanggal Excel, 2026-01-05, atau 5 Januari 2026. Id di samping butir boleh kosong.",
    ),
    (
        shape.PROCEDURE,
        "Satu baris satu langkah, satu kolom satu pelaksana.",
        "Tandai ● atau x pada kolom yang mengerjakan langkah itu; angka 1, 2 bila urutannya lain dari urutan kolom. "
        "Kolom pelaksana boleh ditambah, dipindah dan dihapus; judulnya nama pelaksana. Baris boleh disisipkan "
        "dan dihapus; sesudahnya betulkan nomor langkah, juga pada lembar lain. Kolom di kanan Keterangan tidak ada "
        "pada formulir resmi.",
    ),
    (
        shape.EXITS,
        "Panah yang tidak ke baris di bawahnya.",
        "Satu baris satu panah: dari langkah mana, tulisannya, ke langkah mana atau selesai. Keputusan mempunyai "
        "paling sedikit dua panah berlabel, dan kolom Jenis di lembar Prosedur berisi keputusan.",
    ),
    (
        shape.ACTORS,
        "Judul kolom pelaksana dan id-nya di register.",
        "Diisi hanya bila judul kolom bukan nama di register. Tercetak di Dokumen kosong: dipakai nama di register.",
    ),
    (
        shape.CONCLUSIONS,
        "Bagian yang disimpulkan, bukan dibaca dari dokumen.",
        "Langkah kosong berarti seluruh SOP. Bagian yang disimpulkan bertanda † di situs dengan alasannya.",
    ),
    (
        shape.IRREGULARITIES,
        "Yang janggal pada dokumen, dibiarkan apa adanya.",
        "Satu baris satu kejanggalan, satu kalimat.",
    ),
    (shape.REGISTER, "Isian yang tidak ada pada formulir.", "Id SOP, sumber dokumen, judul kolom seperti tercetak."),
)

RULES = (
    "Judul kolom dan judul isian jangan diubah; kolom dan barisnya boleh dipindah. Baris kosong dilewati.",
    "Sel kosong berarti tidak ada isinya. Lembar, kolom atau isian yang dihapus tidak mengubah apa pun di portal.",
    f"{shape.BLANK} berarti ada tetapi kosong, misalnya langkah yang tercetak tanpa nomor.",
    "Isi sel ditulis sebagai nilai, bukan rumus. Baris isi jangan digabung.",
    "Jangan menulis NIP, NIK atau data pribadi lain.",
)


def guide_rows(empty: bool) -> Iterator[Sequence[tuple[object, str]]]:
    """The sheet's rows, for an SOP or an empty form."""
    yield [("Baca dulu", "judul")]
    yield [("Formulir SOP kosong untuk diisi." if empty else "Satu SOP untuk dibaca atau diubah.", "baris")]
    yield []
    yield from ([(f"{number}. {step}", "baris")] for number, step in enumerate(STEPS, 1))
    yield []
    yield [("Lembar", "kepala"), ("Isi", "kepala"), ("Cara mengisi", "kepala")]
    yield from ([(text, "isi") for text in sheet] for sheet in SHEETS)
    if empty:
        yield [
            (text, "isi")
            for text in (shape.CHOICES, "Id dan nama yang ada di register.", "Untuk dicari; tidak dibaca.")
        ]
    yield []
    yield [("Yang perlu diingat", "baris")]
    yield from ([(rule, "baris")] for rule in RULES)
    yield []
    yield [("Kolom di kanan Keterangan", "kepala"), ("Kunci", "kepala"), ("Penjelasan", "kepala")]
    for key in shape.BEYOND_FORM:
        value = shape.STEP_VALUES[key]
        choices = f" Pilihan: {', '.join(value.choices)}." if value.choices else ""
        yield [(shape.heading(key), "isi"), (key, "isi"), (value.help + choices, "isi")]

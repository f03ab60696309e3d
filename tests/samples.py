"""The project with made-up content of every kind in its place, so that no page is empty: for tests of what pages look like."""

from __future__ import annotations

from pathlib import Path

from PIL import Image, ImageDraw, ImageFilter

from bench.samples import pdf

PARAGRAPH = (
    "Contoh paragraf untuk menguji tampilan, bukan berita sungguhan. Kalimatnya cukup panjang supaya terlihat bagaimana "
    "baris dipatahkan, berapa jarak antarbaris, dan apakah tautan seperti [daftar prosedur](/sop/) mudah dikenali."
)
SOURCE = "{nama: Contoh sumber, url: 'https://contoh.example', dibaca: 2026-01-01}"


def scenery(file: Path, size: tuple[int, int], seed: int = 0) -> None:
    """A made-up photo: sky, hills and water, no two seeds alike."""
    file.parent.mkdir(parents=True, exist_ok=True)
    width, height = size
    image = Image.new("RGB", (width, height))
    draw = ImageDraw.Draw(image)
    for y in range(height):
        far = y / height
        draw.line((0, y, width, y), fill=(int(90 + 150 * far), int(150 + 70 * far), int(205 - 40 * far)))
    for layer in range(3):
        base = height * (0.45 + 0.13 * layer)
        points = [
            (x * width / 8, base + height * 0.1 * (((x * 37 + layer * 53 + seed * 29) % 11) / 11 - 0.5))
            for x in range(9)
        ]
        shade = 120 - 35 * layer
        draw.polygon([(0, height), *points, (width, height)], fill=(shade // 2, shade, shade // 2 + 15 * layer))
    draw.rectangle((0, int(height * 0.84), width, height), fill=(38, 96, 128))
    image.filter(ImageFilter.GaussianBlur(2)).save(file, quality=88)


def article(title: str, body: str = "", more: str = "", status: str = "status: terbit\nterbit: 2026-11-20") -> str:
    """An article as a file of warta_data/artikel."""
    return (
        f"---\njudul: {title}\nringkasan: Contoh ringkasan satu kalimat yang menyebut apa, siapa, di mana dan kapan.\n"
        f"tanggal: 2026-11-20\npenulis: Contoh Penulis\nkategori: diskominfo-sp\nperangkat_daerah: [diskominfo-sp]\n"
        f"tag: [contoh]\n{more}{status}\n---\n{body or PARAGRAPH}\n"
    )


def _news(folder: Path) -> None:
    news = folder / "artikel/2026"
    photos = "".join(
        f"  - {{berkas: contoh-{n}.jpg, alt: Contoh pemandangan, kredit: Contoh Pemotret, keterangan: Contoh keterangan foto {n}.}}\n"
        for n in (1, 2, 3)
    )
    for n, size in ((1, (1800, 1200)), (2, (1600, 1067)), (3, (1200, 1600))):
        scenery(news / f"contoh-{n}.jpg", size, n)
    body = "\n\n".join(
        (
            PARAGRAPH,
            PARAGRAPH,
            "## Contoh judul bagian",
            "- contoh butir satu\n- contoh butir dua",
            PARAGRAPH,
            "> Contoh kutipan langsung.",
            "![Contoh foto di tengah isi](contoh-2.jpg)",
            "| Contoh kolom | Angka |\n|---|--:|\n| contoh | 1.234 |\n| contoh lain | 56 |",
            PARAGRAPH,
        )
    )
    (news / "contoh-satu.md").write_text(
        article("Contoh berita utama dengan foto", body, f"fotografer: Contoh Pemotret\nfoto:\n{photos}"), "utf-8"
    )
    one = "foto:\n  - {berkas: contoh-3.jpg, alt: Contoh pemandangan, kredit: Contoh Pemotret}\n"
    (news / "contoh-dua.md").write_text(
        article("Contoh berita kedua dengan judul yang panjang sekali sehingga berjajar sampai tiga baris", body, one),
        "utf-8",
    )
    correction = "ralat:\n  - {tanggal: 2026-11-21, uraian: Semula tertulis contoh yang keliru.}\n"
    (news / "contoh-tiga.md").write_text(article("Contoh berita tanpa foto yang diralat", body, correction), "utf-8")
    (news / "contoh-ditarik.md").write_text(
        article(
            "Contoh berita yang ditarik",
            status="status: ditarik\nterbit: 2026-11-20\npenarikan: {tanggal: 2026-11-21, alasan: Contoh alasan.}",
        ),
        "utf-8",
    )


def _media(folder: Path) -> None:
    covers = "sampul: {berkas: sampul.jpg, alt: Contoh sampul, kredit: Contoh Pembuat}\n"
    for number in (1, 2, 3):
        scenery(folder / f"majalah/sampul-{number}.jpg", (900, 1200), number)
        (folder / f"majalah/{number}.yml").write_text(
            f"nomor: {number}\nbulan: {8 + number}\ntahun: 2026\njudul: Contoh edisi ke-{number}\n"
            f"pengantar: Contoh pengantar edisi ini.\n{covers.replace('sampul.jpg', f'sampul-{number}.jpg')}"
            "isi:\n  - judul: Contoh laporan utama\n    artikel: [2026/contoh-satu, 2026/contoh-dua]\n"
            "  - judul: Contoh kabar pendek\n    artikel: [2026/contoh-tiga, 2026/contoh-ditarik]\n"
            "redaksi:\n  - {tugas: Redaktur, nama: Contoh Nama}\n  - {tugas: Penata letak, nama: Contoh Nama Lain}\n"
            "status: terbit\nterbit: 2026-11-21\n",
            "utf-8",
        )
    scenery(folder / "video/sampul.jpg", (1280, 720), 5)
    head = (
        "ringkasan: Contoh ringkasan video.\ntanggal: 2026-11-20\ndurasi: 3:45\n"
        f"{covers}perangkat_daerah: [diskominfo-sp]\nsop: polewali-mandar/01\nstatus: terbit\nterbit: 2026-11-21\n"
    )
    end = f"---\n**Contoh pembicara:** {PARAGRAPH}\n"
    (folder / "video/contoh.md").write_text(
        f"---\njudul: Contoh video di YouTube\npenyedia: youtube\nyoutube: CONTOH_vide\n{head}{end}", "utf-8"
    )
    (folder / "video/sendiri.md").write_text(
        f"---\njudul: Contoh video sendiri\npenyedia: berkas\nberkas: contoh.mp4\ntakarir: contoh.vtt\n{head}{end}",
        "utf-8",
    )
    (folder / "video/contoh.mp4").write_bytes(b"\0\0\0\x18ftypmp42contoh")
    (folder / "video/contoh.vtt").write_text("WEBVTT\n\n00:01.000 --> 00:04.500\nContoh takarir.\n", "utf-8")


def _information(folder: Path) -> None:
    example = (folder / "contoh-informasi.yml").read_text("utf-8")
    own = example.replace("# berkas: lkjip-2024.pdf", "berkas: contoh-dokumen.pdf")
    head, _, tail = own.partition("tautan: #")
    own = head + tail[tail.index("\n# sop:") :]
    (folder / "informasi/contoh-dokumen.pdf").write_bytes(pdf("Contoh isi dokumen"))
    (folder / "informasi/contoh-dokumen.yml").write_text(own, "utf-8")
    withdrawn = example.replace("Contoh Laporan Kinerja 2024", "Contoh Laporan Kinerja 2023").replace(
        "status: terbit",
        "status: ditarik\npenarikan: {tanggal: 2026-08-01, alasan: Contoh alasan.}\ndiganti_oleh: contoh-dokumen",
    )
    (folder / "informasi/contoh-ditarik.yml").write_text(withdrawn, "utf-8")


def write_samples(project: Path) -> Path:
    """Put them into a copy of the project; gives it back."""
    _news(project / "warta_data")
    _media(project / "warta_data")
    folder = project / "ppid_data"
    _information(folder)
    places = {
        "contoh-register.csv": "register/2026.csv",
        "contoh-laporan.yml": "laporan/2026.yml",
        "contoh-serta-merta.yml": "serta-merta/contoh.yml",
        "contoh-dikecualikan.yml": "dikecualikan/contoh.yml",
    }
    for example, place in places.items():
        (folder / place).parent.mkdir(exist_ok=True)
        (folder / place).write_bytes((folder / example).read_bytes())
    lapsed = (folder / "contoh-dikecualikan.yml").read_text("utf-8").partition("# Pengujian sesudahnya")[0]
    (folder / "dikecualikan/contoh-lewat.yml").write_text(
        lapsed.replace("Contoh rancangan", "Contoh lama rancangan").replace("2027-01-05", "2026-10-05"), "utf-8"
    )
    (folder / "e-monev/hasil.yml").write_text(
        f"resmi:\n  - {{tahun: 2024, nilai: 61.5, predikat: Contoh, sumber: {SOURCE}}}\n"
        f"  - {{tahun: 2025, nilai: 75, predikat: Contoh, sumber: {SOURCE}}}\n",
        "utf-8",
    )
    return project

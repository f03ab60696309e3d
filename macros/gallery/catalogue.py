"""Every part that pages are made of: what it is called, when it is used, which template shows it.

The one list behind the page of components and behind the tests that look at each part on it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Component:
    """One part; its examples stand in `templates/galeri/<id>.html`."""

    id: str
    nama: str
    kapan: str
    templat: str
    """Where its macros stand, below `macros/templates/`."""

    @property
    def contoh(self) -> str:
        """The template with its examples."""
        return f"galeri/{self.id}.html"


CATALOGUE: Mapping[str, tuple[Component, ...]] = {
    "Kerangka halaman": (
        Component(
            "kepala-halaman",
            "Kepala halaman",
            "Di puncak setiap halaman, kecuali berita: di mana pembaca berada, judul, tentang apa halamannya, dan "
            "isinya bila panjang. Satu halaman satu kepala.",
            "halaman.html",
        ),
        Component(
            "judul-bagian",
            "Judul bagian dengan tautan",
            "Bila bagian itu memperlihatkan beberapa dari banyak, dan ada halaman yang memuat semuanya.",
            "halaman.html",
        ),
        Component(
            "pilihan",
            "Pilihan daftar",
            "Beberapa daftar tentang hal yang sama, dipilah dengan cara lain.",
            "halaman.html",
        ),
        Component(
            "penomoran",
            "Halaman daftar",
            "Di bawah daftar panjang yang dibagi menjadi beberapa halaman. Tidak tampil bila halamannya satu.",
            "halaman.html",
        ),
        Component(
            "tetangga", "Sebelum dan sesudah", "Di akhir halaman yang mempunyai urutan: SOP, warta.", "halaman.html"
        ),
    ),
    "Keterangan": (
        Component(
            "pesan",
            "Pesan",
            "Yang harus diketahui sebelum membaca terus. Nadanya dikatakan juga dengan kata, bukan dengan warna saja. "
            "Paling banyak satu di puncak halaman.",
            "komponen.html",
        ),
        Component(
            "lencana", "Lencana", "Keadaan sesuatu dalam satu atau dua kata. Bukan untuk hiasan.", "komponen.html"
        ),
        Component(
            "kosong",
            "Keadaan kosong",
            "Di tempat daftar yang belum berisi: mengatakan bahwa kosong, dan apa yang tidak berarti olehnya.",
            "komponen.html",
        ),
        Component(
            "simpulan",
            "Tanda simpulan †",
            "Pada setiap isi yang disimpulkan, bukan dibaca dari dokumennya. Tandanya menuju alasannya.",
            "komponen.html",
        ),
        Component(
            "jejak",
            "Langkah penerbitan",
            "Di akhir halaman isi yang diatur SOP: langkah yang sudah dijalaninya. Tidak tampil bila tidak ada.",
            "penerbitan/jejak.html",
        ),
        Component(
            "pengumuman",
            "Pengumuman serta merta",
            "Di puncak setiap halaman selama pengumumannya berlaku; tampil dan hilang sendiri.",
            "ppid/pengumuman.html",
        ),
    ),
    "Tombol dan isian": (
        Component(
            "tombol",
            "Tombol",
            "Yang utama satu di satu tempat: untuk itu pembaca datang. Yang biasa untuk selebihnya. Tautan biasa bukan "
            "tombol.",
            "komponen.html",
        ),
        Component(
            "kotak-cari",
            "Kotak cari",
            "Pencarian yang hasilnya tampil di halaman lain; bekerja tanpa skrip.",
            "halaman.html",
        ),
        Component(
            "saring",
            "Saringan",
            "Di atas daftar yang seluruhnya ada di halaman itu. Hanya tampil bila skrip berjalan.",
            "halaman.html",
        ),
        Component(
            "isian",
            "Isian formulir",
            "Satu pertanyaan, petunjuknya, dan pesan bila keliru. Yang boleh kosong dikatakan. Tekan “Periksa isian” "
            "untuk melihat keadaan keliru.",
            "ppid/isian.html",
        ),
        Component(
            "lembar",
            "Lembar formulir",
            "Formulir resmi kosong untuk dicetak dan diisi dengan tangan.",
            "ppid/lembar.html",
        ),
    ),
    "Daftar dan angka": (
        Component("pintu", "Kartu tujuan", "Beberapa jalan yang setara. Seluruh kartu dapat ditekan.", "komponen.html"),
        Component(
            "daftar", "Daftar tautan", "Satu butir satu baris, dengan keterangan kecil di bawahnya.", "komponen.html"
        ),
        Component("rincian", "Rincian", "Nama dan nilainya, satu pasang sebaris.", "komponen.html"),
        Component("tahap", "Tahap", "Yang dikerjakan berurutan.", "komponen.html"),
        Component("angka", "Angka besar", "Sedikit angka yang menjawab pertanyaan halaman itu.", "komponen.html"),
        Component(
            "tabel",
            "Tabel",
            "Yang dibandingkan menurut baris dan kolom. Tabel lebar bergulir di dalam daerahnya; di ponsel "
            "dapat menjadi kartu.",
            "komponen.html",
        ),
        Component(
            "grafik",
            "Grafik",
            "Angka menurut waktu atau nama, selalu dengan sumber, tahun, dan tabelnya.",
            "grafik.html",
        ),
    ),
    "Warta": (
        Component(
            "kartu", "Kartu warta", "Satu warta di dalam daftar. Seluruh kartu dapat ditekan.", "warta/komponen.html"
        ),
        Component(
            "acara",
            "Acara",
            "Satu acara di dalam daftar agenda. Yang batal dan yang diundur tetap tampil, dengan tandanya.",
            "agenda/komponen.html",
        ),
        Component("foto", "Foto", "Di dalam warta. Selalu dengan alt dan kredit.", "warta/komponen.html"),
        Component("langganan", "Langganan", "Di bawah daftar yang mempunyai umpan.", "warta/komponen.html"),
    ),
    "Peraturan": (
        Component(
            "perubahan-peraturan",
            "Perubahan peraturan",
            "Di halaman peraturan dan garis waktu: yang mengubah, mencabut atau menggantikannya, dan penggantinya itu.",
            "peraturan-perubahan.html",
        ),
    ),
    "Angka daerah": (
        Component(
            "asal-angka",
            "Asal angka",
            "Tepat di samping setiap angka: tahunnya dan sumbernya, menaut ke daftar sumber di halaman yang sama.",
            "statistik/komponen.html",
        ),
    ),
    "Informasi publik": (
        Component(
            "butir", "Butir daftar", "Satu baris Daftar Informasi Publik; di ponsel menjadi kartu.", "ppid/baris.html"
        ),
        Component("tenggat", "Tenggat", "Jangka waktu layanan, dan hitungannya.", "ppid/tenggat-butir.html"),
    ),
    "SOP": (
        Component("simbol", "Simbol bagan alur", "Kelima simbol PermenPANRB 35/2012.", "bagan.html"),
        Component("lembar-identitas", "Lembar identitas", "Kepala SOP seperti pada formulirnya.", "sop-formulir.html"),
        Component(
            "prosedur",
            "Tabel prosedur",
            "Langkah, pelaksana, dan mutu baku dengan bagan alurnya; di ponsel menjadi daftar langkah.",
            "sop-tabel.html",
        ),
    ),
}
"""Heading -> its parts, in the order of the page."""

COMPONENTS: tuple[Component, ...] = tuple(component for part in CATALOGUE.values() for component in part)

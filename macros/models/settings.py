"""Whose portal this is: the one file that another office changes."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from macros.models.base import Model, Slug, Text, WebAddress

COLOUR = r"^#[0-9a-f]{6}$"

Colour = Annotated[str, StringConstraints(pattern=COLOUR)]
"""A colour as `#0b4f6c`."""


class Colours(Model):
    """The colours that make the portal the office's own; all others follow the design."""

    pita: Colour = Field(description="Kepala dan kaki halaman; tulisannya putih.")
    pita_tua: Colour = Field(description="Tombol di kepala yang sedang ditunjuk; tulisannya putih.")
    aksen: Colour = Field(description="Lambang dan garis fokus di kepala dan kaki.")
    tautan: Colour = Field(description="Tautan pada tampilan terang.")
    tautan_gelap: Colour = Field(description="Tautan pada tampilan gelap.")


REPOSITORY = r"^[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)+$"


class Editing(Model):
    """Where what is edited in the browser is kept, and how editors sign in."""

    layanan: Literal["github", "gitlab", "forgejo", "gitea"] = Field(description="Tempat kode portal disimpan.")
    repo: Annotated[str, StringConstraints(pattern=REPOSITORY)] = Field(
        description="Pemilik dan nama repositorinya, misalnya diskominfo/portal."
    )
    cabang: Text = Field("main", description="Cabang yang diterbitkan.")
    alamat: WebAddress | None = Field(
        None,
        description="Alamat GitLab, Forgejo atau Gitea; untuk GitHub, alamat layanan OAuth yang dipasang sendiri.",
    )
    aplikasi: Text | None = Field(
        None, description="Id aplikasi OAuth (PKCE) di GitLab, Forgejo atau Gitea; GitHub tidak memakainya."
    )


COMMENT_SERVER = r"^(https://[a-z0-9.-]+(:[0-9]{1,5})?|http://localhost(:[0-9]{1,5})?)$"


class Comments(Model):
    """Comments below news, on a server that the office keeps itself."""

    server: Annotated[str, StringConstraints(pattern=COMMENT_SERVER)] = Field(
        description="Alamat server komentar (Isso) tanpa garis miring di belakang, misalnya https://komentar.contoh.go.id"
    )

    @property
    def host(self) -> str:
        """The server's name, as readers are told it."""
        return self.server.split("://")[1]


class Settings(Model):
    """`portal.yml`."""

    nama: Text = Field(description="Nama portal, misalnya Portal KominfoSP.")
    keterangan: Text = Field(description="Satu kalimat tentang portal, untuk mesin pencari.")
    bersama: Text | None = Field(
        None, description="Folder proyek yang sop_data, pencarian_data dan docs-nya dipakai bersama, misalnya ../.."
    )
    instansi: Slug = Field(description="Id instansi pemilik di sop_data/register/instansi.yml; SOP-nya didahulukan.")
    pemilik: Text = Field(description="Nama pemilik di bawah nama portal.")
    sebutan: Text = Field(description="Nama pendek pemilik di dalam kalimat, misalnya Diskominfo SP.")
    wilayah: Text = Field(description="Daerah yang dilayani, misalnya Kabupaten Polewali Mandar.")
    warta: Text = Field(description="Nama terbitan berita dan majalahnya, misalnya Warta KominfoSP.")
    penerbit: Slug | None = Field(None, description="Id perangkat daerah yang menerbitkan warta.")
    komentar: Comments | None = Field(None, description="Komentar di bawah warta; tanpa ini tidak ada komentar.")
    warna: Colours | None = Field(None, description="Warna sendiri; tanpa ini dipakai warna bawaan.")
    penyunting: Editing | None = Field(
        None, description="Menyunting di peramban pada /admin/; tanpa ini halaman itu tidak dimuat di situs."
    )

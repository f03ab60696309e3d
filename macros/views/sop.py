"""What the page of one SOP shows."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from macros.dates import long_date
from macros.diagrams.cells import Drawing
from macros.durations import totals
from macros.export import sop_address, step_times
from macros.findings import RULES, Finding, Rule
from macros.models.registers import Office
from macros.models.sop import BOXES, Sop
from macros.portal import Portal
from macros.views.common import (
    Link,
    bpmn_address,
    pdf_link,
    regulation_address,
    rule_address,
    sop_link,
    svg_address,
    total_text,
    xlsx_address,
    yaml_address,
)
from macros.views.procedure import Column, Conclusion, Row, columns, conclusions, general_notes, labels, rows
from macros.views.revisions import RevisionView, revision_views


@dataclass(frozen=True)
class Item:
    """One line of a box: a text, where it leads if it leads anywhere, and a remark."""

    teks: str
    url: str | None = None
    catatan: str | None = None


@dataclass(frozen=True)
class BoxView:
    """One of the six boxes of the identity sheet."""

    id: str
    judul: str
    butir: tuple[Item, ...]


@dataclass(frozen=True)
class FindingGroup:
    """The findings of one rule."""

    rule: Rule
    url: str
    butir: tuple[Finding, ...]


@dataclass(frozen=True)
class SopView:
    """Everything the page of one SOP shows."""

    id: str
    nama: str
    nama_daftar_isi: str | None
    nomor: str
    instansi: Office
    kop: tuple[str, ...]
    bidang: str
    tanggal: tuple[tuple[str, str, str], ...]
    pejabat: str
    jabatan: str
    pangkat: str | None
    tanda_tangan: str
    kotak: tuple[BoxView, ...]
    judul_tabel: str | None
    nomor_tabel: str | None
    penutup: str | None
    kolom: dict[str, str]
    pelaksana: tuple[Column, ...]
    baris: tuple[Row, ...]
    total: tuple[str, ...]
    tidak_terhitung: int
    simpulan: tuple[Conclusion, ...]
    tanda: dict[str, str]
    """Field of the SOP -> id of the note that says why it was concluded."""
    kejanggalan: tuple[tuple[str, str], ...]
    temuan: tuple[FindingGroup, ...]
    jumlah_temuan: int
    perubahan: tuple[RevisionView, ...]
    menyebut: tuple[Link, ...]
    disebut: tuple[Link, ...]
    sumber: str
    keadaan_sumber: str
    yaml_url: str
    xlsx_url: str
    svg_url: str
    bpmn_url: str
    pdf_url: str | None
    pdf_instansi_url: str | None
    """Where the printed SOP, and all of its office, can be downloaded; None where nothing was printed."""
    sebelum: Link | None
    sesudah: Link | None

    @property
    def isi_halaman(self) -> tuple[tuple[str, str], ...]:
        """Id and name of the parts that its page has."""
        parts: tuple[tuple[str, str, object], ...] = (
            ("identitas", "Identitas", True),
            ("prosedur", "Prosedur", True),
            ("simpulan", "Yang disimpulkan", self.simpulan),
            ("kejanggalan", "Kejanggalan", self.kejanggalan),
            ("temuan", f"Temuan ({self.jumlah_temuan})", self.temuan),
            ("perubahan", "Perubahan", self.perubahan),
            ("bagian", "Dijalankan di portal", True),
            ("terkait", "SOP terkait", True),
            ("unduh", "Unduh", True),
        )
        return tuple((id_, name) for id_, name, there in parts if there)


SIGNATURES = {
    "ttd": "ttd",
    "elektronik": "ttd (ditandatangani secara elektronik)",
    "belum": "belum ditandatangani",
}


def sop_view(
    sop: Sop,
    portal: Portal,
    drawing: Drawing,
    findings: Sequence[Finding],
    printed: Collection[str] = (),
) -> SopView:
    """The page of one SOP; `printed` are the addresses of the PDFs that there are."""
    office = portal.offices[sop.instansi]
    official = office.official(sop.disahkan.pejabat)
    document = office.document(sop.sumber.dokumen)
    sums, left_out = totals(step_times(sop))
    names = {actor.id: portal.actors[actor.id].nama for actor in sop.pelaksana}
    neighbours = portal.sops_of(sop.instansi)
    place = next(index for index, other in enumerate(neighbours) if other is sop)
    return SopView(
        id=sop.id,
        nama=sop.nama,
        nama_daftar_isi=sop.nama_daftar_isi,
        nomor=sop.nomor,
        instansi=office,
        kop=sop.kop or office.kop,
        bidang=sop.bidang_tertulis or office.division(sop.bidang).nama,
        tanggal=tuple(
            (label, long_date(day), day.isoformat() if day else "")
            for label, day in (
                ("Tanggal pembuatan", sop.tanggal.pembuatan),
                ("Tanggal revisi", sop.tanggal.revisi),
                ("Tanggal efektif", sop.tanggal.efektif),
            )
        ),
        pejabat=official.nama,
        jabatan=sop.disahkan.jabatan,
        pangkat=official.pangkat,
        tanda_tangan=SIGNATURES[sop.disahkan.tanda_tangan],
        kotak=_boxes(sop, portal),
        judul_tabel=sop.tabel.judul,
        nomor_tabel=sop.tabel.nomor,
        penutup=sop.tabel.penutup,
        kolom=labels(sop),
        pelaksana=columns(sop, names, drawing),
        baris=rows(sop, portal.flows[sop.id], names, drawing),
        total=tuple(total_text(total) for total in sums),
        tidak_terhitung=left_out,
        simpulan=conclusions(sop),
        tanda=general_notes(sop),
        kejanggalan=tuple((item.bagian, item.uraian) for item in sop.kejanggalan),
        temuan=_finding_groups(findings),
        jumlah_temuan=len(findings),
        perubahan=revision_views(sop, portal),
        menyebut=tuple(sop_link(portal.sops[relation.sop]) for relation in sop.keterkaitan if relation.sop),
        disebut=tuple(sop_link(other) for other in portal.named_by.get(sop.id, ())),
        sumber=f"{document.judul}, {document.tahun}, {sop.sumber.bagian}",
        keadaan_sumber=document.keadaan,
        yaml_url=yaml_address(sop.id),
        xlsx_url=xlsx_address(sop.id),
        svg_url=svg_address(sop.id),
        bpmn_url=bpmn_address(sop.id),
        pdf_url=pdf_link(sop.id, printed),
        pdf_instansi_url=pdf_link(office.id, printed),
        sebelum=sop_link(neighbours[place - 1]) if place else None,
        sesudah=sop_link(neighbours[place + 1]) if place + 1 < len(neighbours) else None,
    )


def _boxes(sop: Sop, portal: Portal) -> tuple[BoxView, ...]:
    labels = portal.offices[sop.instansi].label.model_dump() | dict(sop.label.items())
    items: dict[str, tuple[Item, ...]] = {
        "dasar_hukum": tuple(_legal_item(basis.teks, basis.peraturan, portal) for basis in sop.dasar_hukum),
        "keterkaitan": tuple(
            Item(relation.teks, sop_address(relation.sop) if relation.sop else None) for relation in sop.keterkaitan
        ),
    }
    for box in ("kualifikasi_pelaksana", "peralatan", "peringatan", "pencatatan"):
        items[box] = tuple(Item(text) for text in getattr(sop, box))
    return tuple(BoxView(box, labels[box], items[box]) for box in BOXES)


def _legal_item(text: str, regulation_id: str | None, portal: Portal) -> Item:
    if regulation_id is None:
        return Item(text)
    status = portal.regulations[regulation_id].status
    remark = status if status in ("dicabut", "digantikan") else None
    return Item(text, regulation_address(regulation_id), remark)


def _finding_groups(findings: Sequence[Finding]) -> tuple[FindingGroup, ...]:
    groups = []
    for rule in RULES:
        of_rule = tuple(finding for finding in findings if finding.rule is rule)
        if of_rule:
            groups.append(FindingGroup(rule, rule_address(rule.kode), of_rule))
    return tuple(groups)

"""SOPs and what is made from them: catalogue, actors, regulations, findings, flowcharts, open data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property, partial

from macros.bpmn.document import bpmn_xml
from macros.diagrams.cells import Drawing, draw
from macros.diagrams.stylesheet import stylesheet
from macros.diagrams.svg import svg_file
from macros.export import sop_address, sop_json, steps_csv
from macros.findings import Finding, all_findings
from macros.models.opendata import OpenSops
from macros.models.sop import Sop
from macros.pages import Asset, Page
from macros.portal import Portal
from macros.rendering import render
from macros.schema import open_data_schema
from macros.sop_exchange.shelf import CACHE_FOLDER, kept_xlsx
from macros.sop_exchange.workbook import Form
from macros.views.actors import actor_views
from macros.views.catalogue import catalogue
from macros.views.common import bpmn_address, svg_address, xlsx_address, yaml_address
from macros.views.findings import irregularities, rule_views
from macros.views.opendata import data_keys
from macros.views.parts import Places
from macros.views.procedure import marks
from macros.views.quality import quality
from macros.views.regulations import regulation_views
from macros.views.sop import SopView, sop_view


@dataclass(frozen=True)
class Procedures:
    """The pages, files and page parts made from all SOPs on one day."""

    portal: Portal
    today: date
    printed: frozenset[str] = frozenset()
    """Addresses of the PDFs that there are."""

    @cached_property
    def findings(self) -> dict[str, tuple[Finding, ...]]:
        """SOP id -> its findings."""
        return all_findings(self.portal, self.today)

    @cached_property
    def drawings(self) -> dict[str, Drawing]:
        """SOP id -> its flowchart."""
        return {sop.id: draw(sop) for sop in self.portal.sops.values()}

    def pages(self, places: Places) -> Iterator[Page]:
        """Every page of this part; `places` knows where SOPs are carried out."""
        yield from self._catalogue()
        yield from self._sops(places)
        yield self._matrix(places)
        yield from self._actors()
        yield from self._regulations()
        yield from self._findings()

    def assets(self) -> Iterator[Asset]:
        """Every file of this part."""
        largest = max((drawing.largest for drawing in self.drawings.values()), default=0)
        yield Asset("aset/bagan.css", stylesheet(largest).encode())
        yield Asset("sop/sop.json", sop_json(self.portal, self.findings).encode())
        yield Asset("sop/sop.schema.json", open_data_schema().encode())
        yield Asset("sop/langkah.csv", steps_csv(self.portal).encode("utf-8-sig"))
        names = {actor.id: actor.nama for actor in self.portal.actors.values()}
        for sop in self.portal.sops.values():
            yield Asset(svg_address(sop.id), self._picture(sop))
            yield Asset(yaml_address(sop.id), (self.portal.root / sop.berkas).read_bytes())
            form = Form(sop.id, sop, self.portal.offices[sop.instansi], self.portal)
            yield Asset(xlsx_address(sop.id), kept_xlsx(form, self.portal.root / CACHE_FOLDER))
            yield Asset(bpmn_address(sop.id), bpmn_xml(sop, self.portal.offices[sop.instansi].nama, names))

    def _picture(self, sop: Sop) -> bytes:
        actors = [actor.tertulis or self.portal.actors[actor.id].nama for actor in sop.pelaksana]
        numbers = [step.no if step.no_tertulis is None else step.no_tertulis for step in sop.langkah]
        return svg_file(f"Bagan alur SOP {sop.nama}", actors, numbers, self.drawings[sop.id])

    @property
    def example(self) -> SopView | None:
        """A short SOP of the own office, with a decision: it shows what the page of an SOP is made of."""

        def plain_and_long(sop: Sop) -> tuple[bool, int]:
            letters = sum(len(f"{step.kegiatan}{step.kelengkapan}{step.output}") for step in sop.langkah)
            return all(step.jenis != "keputusan" for step in sop.langkah), letters

        sop = min(self.portal.sops_of(self.portal.settings.instansi), key=plain_and_long, default=None)
        if sop is None:
            return None
        return sop_view(sop, self.portal, self.drawings[sop.id], self.findings[sop.id], self.printed)

    @staticmethod
    def legend(address: str) -> str:
        """The five symbols, for a prose page at `address`."""
        return render("legenda.html", address)

    def quality(self, address: str) -> str:
        """How clean the flowcharts are, for a prose page at `address`."""
        file = self.portal.shared / "docs/aset/kerapian-alur.json"
        return render("kerapian.html", address, kerapian=quality(file))

    @staticmethod
    def data_keys(address: str) -> str:
        """The keys of `sop.json`, for a prose page at `address`."""
        return render("kolom-data.html", address, skema=data_keys(OpenSops))

    def _catalogue(self) -> Iterator[Page]:
        offices = catalogue(self.portal, self.findings, self.printed)
        html = render(
            "katalog.html",
            "sop/",
            katalog=offices,
            isi=[(office.instansi.id, f"{office.instansi.singkatan} ({office.jumlah})") for office in offices],
            jumlah=len(self.portal.sops),
        )
        names = ", ".join(office.singkatan for office in self.portal.offices.values())
        yield Page("sop/", "SOP", f"Semua standar operasional prosedur: {names}.", html)

    @staticmethod
    def _matrix(places: Places) -> Page:
        summary = "Setiap SOP dan halaman portal yang menjalankannya."
        html = render("matriks.html", "sop/matriks/", matriks=places.matrix())
        return Page("sop/matriks/", "SOP dan bagian portal", summary, html)

    def _sops(self, places: Places) -> Iterator[Page]:
        for sop in self.portal.sops.values():
            yield Page(
                sop_address(sop.id),
                f"SOP {sop.nama}",
                f"SOP {sop.nama}, nomor {sop.nomor}: {len(sop.langkah)} langkah, pelaksana, waktu dan output.",
                partial(self._sop, sop, places),
                render("sop-kepala.html", sop_address(sop.id)),
            )

    def _sop(self, sop: Sop, places: Places) -> str:
        """The page of one SOP, made when it is written."""
        view = sop_view(sop, self.portal, self.drawings[sop.id], self.findings[sop.id], self.printed)
        places_of = {"tempat": places.of_sop(sop.id), "alasan": places.reason(sop.id), "syarat": marks(sop)}
        return render("sop.html", sop_address(sop.id), sop=view, **places_of)

    def _actors(self) -> Iterator[Page]:
        actors = actor_views(self.portal)
        yield Page(
            "pelaksana/",
            "Apa tugas saya?",
            "Setiap langkah setiap pelaksana di semua SOP, dengan waktunya.",
            render("pelaksana-daftar.html", "pelaksana/", pelaksana=actors),
        )
        for actor in actors:
            yield Page(
                actor.url,
                f"Tugas {actor.nama}",
                f"{actor.langkah} langkah {actor.nama} dalam {actor.sop} SOP, dengan waktu dan output.",
                render("pelaksana.html", actor.url, pelaksana=actor),
            )

    def _regulations(self) -> Iterator[Page]:
        regulations = regulation_views(self.portal)
        yield Page(
            "peraturan/",
            "Dasar hukum",
            "Peraturan yang dirujuk SOP, statusnya, dan SOP yang berdasar padanya.",
            render("peraturan-daftar.html", "peraturan/", peraturan=regulations),
        )
        for item in regulations:
            yield Page(
                item.url,
                item.peraturan.singkat,
                f"{item.peraturan.nama}: status dan SOP yang merujuknya.",
                render("peraturan.html", item.url, item=item),
            )

    def _findings(self) -> Iterator[Page]:
        rules = rule_views(self.portal, self.findings)
        yield Page(
            "temuan/",
            "Temuan",
            "Temuan atas semua SOP menurut aturan, dan kejanggalan dokumen sumber.",
            render(
                "temuan-daftar.html",
                "temuan/",
                aturan=rules,
                jumlah=sum(item.jumlah for item in rules),
                jumlah_sop=len(self.portal.sops),
                kejanggalan=irregularities(self.portal),
            ),
        )
        for item in rules:
            yield Page(
                item.url,
                f"Temuan: {item.rule.judul}",
                f"{item.rule.aturan} {item.jumlah} temuan.",
                render("temuan.html", item.url, item=item),
            )

"""Services: what is worked out from an SOP, and what their pages say."""

from __future__ import annotations

import json
import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from macros.flow import Flow
from macros.layanan.content import load_layanan
from macros.layanan.derived import Derived, duration, iso_duration, lines_of, outcome, to_bring, turns
from macros.layanan.service_view import duration_text
from macros.models.sop import Sop
from macros.portal import Portal
from macros.site import Site
from tests.conftest import ROOT, TODAY


def sop(portal: Portal, *steps: str) -> Sop:
    """An SOP with these steps, written `who: what to have -> what comes of it @ how long`; several who by a comma."""
    first = portal.sops["mamuju/08"]
    model = first.langkah[0]
    made = []
    for number, text in enumerate(steps, 1):
        match = re.fullmatch(r"([\w,-]+): (.*?) -> (.*?)(?: @ (.*))?", text, re.DOTALL)
        assert match
        who, needs, output, time = match.groups()
        cells = {"kelengkapan": needs or None, "output": output or None, "waktu": time}
        made.append(
            model.model_copy(
                update={
                    "no": str(number),
                    "pelaksana": tuple(who.split(",")),
                    "berikutnya": None,
                    "jenis": None,
                    **cells,
                }
            )
        )
    return first.model_copy(update={"langkah": tuple(made)})


BRING = [
    # (steps, what the one who asks brings)
    (["pd: Surat -> Berkas", "kantor: Berkas -> Izin"], ["Surat"]),
    (["pd: Surat -> Berkas", "pd: Foto -> Berkas", "kantor: Berkas -> Izin", "pd: Kuasa -> Izin"], ["Surat", "Foto"]),
    (["kantor: Daftar -> Undangan", "pd: Data -> Berkas"], ["Data"]),
    (["kantor: Daftar -> Undangan", "pd: undangan -> Berkas"], []),
    (["pd: CSR -> CSR", "pd: CSR -> Kiriman"], ["CSR"]),
    (["pd: - Surat;\n- KTP -> Berkas"], ["Surat", "KTP"]),
    (["pd: - -> Berkas", "kantor: Berkas -> Izin"], []),
    (["pd: S.d.a -> Berkas"], []),
    (["kantor,pd: Surat -> Berkas"], ["Surat"]),
    (["kantor: Surat -> Berkas"], []),
]


@pytest.mark.parametrize(("steps", "expected"), BRING)
def test_what_to_bring_is_what_the_first_own_steps_need(portal: Portal, steps: list[str], expected: list[str]) -> None:
    """Until it is somebody else's turn, and without what the procedure has made itself."""
    assert [piece.teks for piece in to_bring(sop(portal, *steps), ("pd",))] == expected


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        (["pd: Surat -> Berkas", "kantor: Berkas -> Izin"], [("2", "Izin")]),
        (["pd: Surat -> Berkas", "kantor: Berkas -> -"], [("1", "Berkas")]),
        (["pd: Surat -> - Izin\n- Salinan"], [("1", "Izin"), ("1", "Salinan")]),
        (["pd: Surat -> "], []),
    ],
)
def test_the_result_is_the_last_output_there_is(
    portal: Portal, steps: list[str], expected: list[tuple[str, str]]
) -> None:
    """A dash says nothing."""
    assert [(piece.langkah, piece.teks) for piece in outcome(sop(portal, *steps))] == expected


@pytest.mark.parametrize(
    ("times", "iso", "text"),
    [
        (["1 Hari", "30 menit", "1 jam", "15 mnt"], "P1DT1H45M", "1 hari, 1 jam dan 45 menit"),
        (["90 menit"], "PT90M", "90 menit"),
        (["2 hari", "-"], None, "2 hari"),
        (["1-3 hari"], None, "1–3 hari"),
        (["30 hari kerja"], None, "30 hari kerja"),
        (["2 minggu", "1 hari"], None, "2 minggu dan 1 hari"),
        (["sesuai kegiatan"], None, None),
    ],
)
def test_times_are_summed_unit_by_unit(portal: Portal, times: list[str], iso: str | None, text: str | None) -> None:
    """For machines only where ISO 8601 says the same; no unit is turned into another."""
    made = sop(portal, *(f"pd: a -> b @ {time}" for time in times))
    assert iso_duration(made) == iso
    assert duration_text(duration(made)[0]) == text


def test_every_decision_and_every_way_back_is_a_turn(portal: Portal) -> None:
    """SOP 17 of Mamuju: two decisions, and a notification that leads back to the upload."""
    found = turns(portal.sops["mamuju/17"], Flow.of(portal.sops["mamuju/17"]))
    assert [(turn.langkah.no, turn.keluar) for turn in found] == [
        ("6", (("Setuju", "7"), ("Tidak setuju", "11"))),
        ("7", (("Diterima", "9"), ("Ditolak", "8"))),
        ("8", ((None, "5"),)),
    ]
    assert turns(portal.sops["mamuju/08"], Flow.of(portal.sops["mamuju/08"])) == ()


def test_lines_of_a_cell() -> None:
    """Bullets and a list's semicolons are left out."""
    assert lines_of("- Foto;\n- Video\nBerita") == ("Foto", "Video", "Berita")
    assert lines_of(None) == lines_of("-") == lines_of("S.d.a") == ()


ISSUE = {
    *(f"polewali-mandar/{number}" for number in range(13, 20)),
    *("mamuju/08", "mamuju/09", "mamuju/10", "mamuju/11", "mamuju/15", "mamuju/17", "mamuju/18", "mamuju/19"),
}
"""SOPs of services: bandwidth to certificates of Polewali Mandar, subdomain to certificates of Mamuju."""


def test_every_service_has_its_page(site: Site) -> None:
    """One for each SOP that serves somebody, with all its steps and everything that it was derived from."""
    views = site.layanan.services.views
    assert {view.prosedur.id for view in views.values()} == ISSUE
    portal = site.content.portal
    for service in site.content.layanan.services.values():
        item = Derived(service, portal.sops[service.sop], portal.flows[service.sop])
        html = site.pages[f"layanan/{service.id}/index.md"].html
        assert html.count('<a class="nomor"') == len(item.sop.langkah)
        assert item.bawa, service.id
        assert item.hasil, service.id
        office = portal.offices[service.instansi]
        for address in (f"sop/{service.sop}/", f"sop/{service.sop}/#langkah-1"):
            assert f'href="../../{address}"' in html
        assert f"{office.document(item.sop.sumber.dokumen).tahun}" in html
        for warning in item.sop.peringatan:
            assert warning in html


def test_a_page_tells_the_sops_words_from_the_editors(site: Site) -> None:
    """Where each piece stands is a link; own words are marked and give their reason."""
    html = site.pages["layanan/mamuju-ruang-server/index.md"].html
    assert 'Formulir dan tanda pengenal <span class="tempat">(<a href="../../sop/mamuju/10/#langkah-1">' in html
    assert "bila <strong>tidak diberikan</strong>, prosedur selesai" in html
    assert 'Izin masuk ruang server, didampingi Pelaksana Teknis; atau penolakan <span class="tempat">' in html
    straight = site.pages["layanan/mamuju-subdomain/index.md"].html
    assert 'langkah berikutnya<a class="simpulan" href="../../sop/mamuju/08/#simpulan-langkah-berikutnya"' in straight
    notes = html.split('<section id="catatan">')[1]
    assert "Langkah 3 menentukan" in notes
    assert "SOP hanya menulis &#34;Pengunjung&#34;" in notes
    assert "tidak disebut SOP; tanyakan kepada dinas" in html  # what it costs


def test_services_are_listed_by_who_asks_and_by_office(site: Site) -> None:
    """A service for two groups stands in both."""
    groups = {group.nama: group for group in site.layanan.services.groups}
    assert list(groups)[:2] == ["Warga", "Perangkat daerah"]
    assert [office.instansi.id for office in groups["Perangkat daerah"].instansi] == ["polewali-mandar", "mamuju"]
    sound = [name for name, group in groups.items() for o in group.instansi for v in o.layanan if "sound" in v.nama]
    assert sound == ["Warga", "Perangkat daerah"]


def test_a_service_as_data_for_search_engines(site: Site) -> None:
    """schema.org's GovernmentService: nothing that was concluded, no address while nobody knows the site's own."""
    metadata = {}
    for view in site.layanan.services.views.values():
        script = re.search(r'ld\+json">(.*?)</script>', site.pages[f"{view.url}index.md"].html)
        assert script
        metadata[view.id] = json.loads(script[1])
    subdomain = metadata["mamuju-subdomain"]
    assert subdomain["@type"] == "GovernmentService"
    assert subdomain["availableChannel"]["processingTime"] == "P1DT150M"
    assert subdomain["areaServed"]["name"] == "Kabupaten Mamuju"
    assert subdomain["provider"]["email"] == "diskominfosip@mamujukab.go.id"
    assert subdomain["audience"] == [{"@type": "Audience", "audienceType": "Perangkat daerah"}]
    assert "url" not in subdomain
    assert "audience" not in metadata["mamuju-ruang-server"]
    assert "availableChannel" not in metadata["mamuju-rapat-virtual"]
    assert "email" not in metadata["polewali-mandar-bandwidth"]["provider"]
    there = Site(site.content, TODAY, address="https://contoh.go.id/").layanan.services.views["mamuju-subdomain"].data
    assert there["url"] == "https://contoh.go.id/layanan/mamuju-subdomain/"


def test_a_form_asks_for_what_the_sop_wants_and_no_more(site: Site) -> None:
    """A page to print and a PDF where the SOP names a form that the portal can lay out; it says that it is not official."""
    forms = [address for address in site.addresses if address.endswith("/formulir/")]
    assert sorted(forms) == [
        "layanan/mamuju-ruang-server/formulir/",
        "layanan/mamuju-sound-system/formulir/",
        "layanan/polewali-mandar-bandwidth/formulir/",
    ]
    html = site.pages["layanan/mamuju-sound-system/formulir/index.md"].html
    assert "bukan formulir resmi" in html
    assert "Kepada Kepala Dinas Komunikasi" in html
    assert html.count('<span class="kotak-centang">') == 1  # the letter; the form itself is no attachment of the form
    printed = {item.alamat for item in site.printables if item.alamat.startswith("layanan/")}
    assert printed == {*(f"{form.rstrip('/')}.pdf" for form in forms), "layanan/survei/kuesioner.pdf"}


def test_the_section_says_which_sop_each_page_carries_out(site: Site) -> None:
    """Page -> SOPs, from the data; every service, the complaints, the survey."""
    governing = site.layanan.governing
    assert governing["layanan/mamuju-subdomain/"] == ("mamuju/08",)
    assert governing["layanan/aduan/"] == ("polewali-mandar/08", "polewali-mandar/09", "mamuju/11b")
    assert governing["layanan/survei/"] == ("polewali-mandar/03",)
    assert set(governing) <= site.addresses
    assert {sop_id for ids in governing.values() for sop_id in ids} <= site.content.portal.sops.keys()
    for address, ids in governing.items():
        html = site.pages[f"{address}index.md"].html
        assert all(f"sop/{sop_id}/" in html for sop_id in ids), address


def test_the_example_to_copy_is_right(tmp_path: Path, portal: Portal) -> None:
    """What editors copy becomes a service."""
    (tmp_path / "layanan_data/layanan").mkdir(parents=True)
    shutil.copy(ROOT / "layanan_data/golongan.yml", tmp_path / "layanan_data")
    shutil.copy(ROOT / "layanan_data/contoh-layanan.yml", tmp_path / "layanan_data/layanan/mamuju-contoh.yml")
    assert list(load_layanan(tmp_path, portal).services) == ["mamuju-contoh"]


def test_a_project_without_services_has_their_pages_all_the_same(tmp_path: Path, site: Site) -> None:
    """Empty, and saying so."""
    alone = replace(site.content.portal, root=tmp_path, shared=tmp_path)
    empty = Site(replace(site.content, layanan=load_layanan(tmp_path, alone)), TODAY)
    for address, words in (
        ("layanan/", "Belum ada layanan yang dimuat."),
        ("layanan/aduan/", "Panduan aduan belum diisi di portal ini."),
        ("layanan/survei/", "Kuesioner belum diisi di portal ini."),
    ):
        assert words in empty.pages[f"{address}index.md"].html
    assert empty.layanan.governing == {}

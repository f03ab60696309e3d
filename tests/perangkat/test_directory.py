"""The directory: every agency has its page, and what stands there comes from the registers and the other parts."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from macros.models.registers import Agency
from macros.perangkat.content import load_directory
from macros.perangkat.models import DirectorySettings
from macros.perangkat.opendata import CSV_FILE, JSON_FILE, organization
from macros.perangkat.roles import Roles
from macros.portal import Portal, load_portal
from macros.problems import ContentError
from macros.site import Site
from macros.views.common import Link
from tests.spbe.test_scoring import words

OWNER = "diskominfo-sp"
FORMER = "dinas-pendidikan-dan-kebudayaan"


@pytest.fixture(scope="session")
def settings(site: Site) -> DirectorySettings:
    """The real settings."""
    return site.content.directory


@pytest.fixture(scope="session")
def pages(site: Site) -> Mapping[str, str]:
    """Address -> the page's HTML."""
    return {page.alamat: page.html for page in site.directory.pages()}


def test_every_agency_has_a_page_and_a_line(portal: Portal, pages: Mapping[str, str]) -> None:
    """Present ones by kind, former ones at the end; each line can be filtered."""
    assert set(pages) == {"perangkat-daerah/", *(f"perangkat-daerah/{id_}/" for id_ in portal.agencies)}
    listed = pages["perangkat-daerah/"]
    assert listed.count("<li data-saring=") == len(portal.agencies)
    assert f"{len(portal.present_agencies)} perangkat daerah menurut jenisnya" in listed
    assert listed.index("Nomenklatur lama") < listed.index(f"perangkat-daerah/{FORMER}/")
    assert 'data-saring="dinas pendidikan dinas pendidikan dan kebudayaan"' in listed


def test_counts_of_the_list_are_those_of_the_register(portal: Portal, pages: Mapping[str, str]) -> None:
    """Sites, domains, addresses, admins: counted from the same data."""
    present = portal.present_agencies.values()
    sites = [agency.situs for agency in present if agency.situs]
    government = [site for site in sites if site.split("/")[2].endswith(".go.id")]
    told = words(pages["perangkat-daerah/"])
    assert f"situs tercatat, dari {len(present)} {len(sites)} situs di bawah go.id {len(government)} " in told
    assert "alamat kantor tercatat 0 admin situs tercatat 0" in told


def test_a_page_brings_together_what_all_parts_know(site: Site, pages: Mapping[str, str]) -> None:
    """Domain, entries with their fulfilment, news, SOPs, monitoring, sources."""
    told = words(pages[f"perangkat-daerah/{OWNER}/"])
    entries = [item for item in site.ppid.listing.dip.listed if item.perangkat_daerah == OWNER]
    review = site.directory._reviews[OWNER]
    assert "ppid.polmankab.go.id, di bawah go.id" in told
    assert f"{len(entries)} butir di Daftar Informasi Publik" in told
    assert f"{review.belum_ditetapkan} berkategori belum ditetapkan" in told
    assert f"Semua {len(site.warta.shelves.by_agency[OWNER])} warta tentang Diskominfo SP" in told
    assert "Surat penunjukan admin belum tercatat di portal." in told
    assert "SOP 06 langkah 6 : Updating data dan informasi website" in told
    assert "Belum dinilai." in told
    assert "SOP Diskominfo SP Polewali Mandar 2019 (Himpunan SOP yang dimuat di portal ini), 2019" in told


def test_every_link_of_a_page_leads_somewhere(site: Site, pages: Mapping[str, str]) -> None:
    """To a page or file of the site, whatever an agency has or lacks."""
    for address, html in pages.items():
        root = "../" * address.count("/")
        links = {match.partition("#")[0] for match in re.findall(rf'href="{re.escape(root)}([^"]*)"', html)}
        assert links - site.addresses == set(), address


def test_a_former_agency_leads_to_those_that_follow_it(
    portal: Portal, settings: DirectorySettings, pages: Mapping[str, str]
) -> None:
    """It acts in no SOP and has no admin; its entries and news stay."""
    html = pages[f"perangkat-daerah/{FORMER}/"]
    assert "Dilanjutkan oleh" in words(html)
    assert 'href="../../perangkat-daerah/dinas-pendidikan/"' in html
    assert 'id="sop"' not in html
    assert Roles.of(portal, settings).of_agency(portal.agencies[FORMER]) == ()


def test_agencies_act_in_the_sops_that_have_their_column(portal: Portal, settings: DirectorySettings) -> None:
    """The owner in all of its office; others where a mapped pelaksana has a column, and only there."""
    roles = Roles.of(portal, settings)
    assert len(roles.of_agency(portal.agencies[OWNER])) == len(portal.sops_of("polewali-mandar"))
    mapped = {item.id for item in settings.pelaksana if "kecamatan" in item.jenis}
    expected = [sop.id for sop in portal.sops_of("polewali-mandar") if mapped & {column.id for column in sop.pelaksana}]
    found = roles.of_agency(portal.agencies["kecamatan-polewali"])
    assert [role.sop.url for role in found] == [f"sop/{id_}/" for id_ in expected]
    admin = next(role for role in found if role.sop.url == "sop/polewali-mandar/06/")
    assert ([item.teks for item in admin.pelaksana], [step.teks for step in admin.langkah]) == (
        ["Perangkat Daerah", "Admin Website Perangkat Daerah"],
        ["1", "5", "6"],
    )
    assert admin.alasan
    assert roles.of_agency(portal.agencies["pdam-polewali-mandar"]) == ()
    licence = roles.of_agency(portal.agencies["dinas-penanaman-modal-dan-pelayanan-terpadu-satu-pintu"])
    assert len(licence) == len(roles.of_agency(portal.agencies["dinas-sosial"])) + 1


def test_every_page_names_the_sops_that_govern_it(site: Site, pages: Mapping[str, str]) -> None:
    """SOP 05 and 06, from the data."""
    assert site.directory.governing.keys() == pages.keys()
    for address, ids in site.directory.governing.items():
        assert ids == ("polewali-mandar/05", "polewali-mandar/06")
        assert [id_ for id_ in ids if f"sop/{id_}/" not in pages[address]] == []


def test_machines_read_the_same_directory(site: Site, portal: Portal) -> None:
    """JSON and CSV with every agency, unknown facts empty, sources named."""
    files = {asset.alamat: asset.isi for asset in site.directory.assets()}
    data = json.loads(files[JSON_FILE])
    rows = list(csv.DictReader(io.StringIO(files[CSV_FILE].decode("utf-8-sig"))))
    assert [item["id"] for item in data["perangkat_daerah"]] == [row["id"] for row in rows] == list(portal.agencies)
    assert {id_ for item in data["perangkat_daerah"] for id_ in item["sumber"]} <= data["sumber"].keys()
    own = next(row for row in rows if row["id"] == OWNER)
    assert (own["domain"], own["go_id"], own["alamat"], own["halaman"]) == ("ppid.polmankab.go.id", "ya", "", f"perangkat-daerah/{OWNER}/")  # fmt: skip
    former = next(row for row in rows if row["id"] == "dinas-perhubungan")
    assert former["dilanjutkan_oleh"] == "dinas-perumahan-rakyat-kawasan-permukiman-pertanahan-dan-perhubungan"


def test_search_engines_read_a_government_organization(pages: Mapping[str, str]) -> None:
    """On every agency's page, with known facts alone."""
    for address, html in pages.items():
        found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html)
        assert len(found) == (address != "perangkat-daerah/"), address
        for text in found:
            facts = json.loads(text)
            assert (facts["@context"], facts["@type"]) == ("https://schema.org", "GovernmentOrganization")
            assert None not in facts.values()
            assert "address" not in facts


FULL = {
    "id": "contoh", "nama": "Contoh </script>", "jenis": "dinas", "status_nama": "contoh", "situs": "https://contoh.go.id",
    "kontak": {"alamat": "Contoh Jalan 1", "telepon": "(0428) 21000", "surel": "dinas@contoh.go.id", "sumber": ["contoh"]},
    "admin": {"jabatan": "Contoh pranata komputer", "surat": "1/2026", "tanggal": "2026-01-05"},
}  # fmt: skip


def test_known_contacts_are_told_to_people_and_machines(site: Site, portal: Portal) -> None:
    """Address, phone, mail, admin's position and letter; where the portal stands is told where it is known."""
    agency = Agency.model_validate(FULL)
    facts = organization(agency, "Contoh Kabupaten", "https://portal.contoh.id/")
    assert facts["@id"] == "https://portal.contoh.id/perangkat-daerah/contoh/"
    assert (facts["telephone"], facts["email"]) == ("(0428) 21000", "dinas@contoh.go.id")
    assert facts["address"]["streetAddress"] == "Contoh Jalan 1"
    assert facts["parentOrganization"]["name"] == "Contoh Kabupaten"
    source = next(iter(portal.agency_sources.values()))
    changed = replace(portal, agencies={"contoh": agency}, agency_sources={"contoh": source})
    section = replace(site.directory, portal=changed, datasets={"contoh": (Link("Contoh data", "data/contoh/"),)})
    page = next(page for page in section.pages() if page.alamat == "perangkat-daerah/contoh/")
    told = words(page.html)
    assert "Alamat kantor Contoh Jalan 1 Telepon kantor (0428) 21000 Surel kantor dinas@contoh.go.id" in told
    assert "Dipegang Contoh pranata komputer, surat penunjukan 1/2026, 5 Januari 2026." in told
    assert "Data Contoh data" in told
    assert page.html.count("</script>") == 1


@pytest.mark.parametrize(
    ("kontak", "told"),
    [
        ("{telepon: '0812-3456-7890', sumber: [sop2019]}", 'telepon: "0812-3456-7890" salah bentuk: tulis nomor kantor dengan kode wilayah, misalnya (0428) 21000; bukan nomor ponsel.'),
        ("{telepon: '(0812) 34567890', sumber: [sop2019]}", 'telepon: "(0812) 34567890" salah bentuk: tulis nomor kantor dengan kode wilayah, misalnya (0428) 21000; bukan nomor ponsel.'),
        ("{surel: dinas, sumber: [sop2019]}", 'surel: "dinas" salah bentuk: alamat e-mail berbentuk nama@contoh.go.id.'),
        ("{alamat: Contoh}", "sumber: wajib ada, tetapi tidak ditulis."),
        ("{alamat: Contoh, sumber: [sop2091]}", 'sumber[1]: "sop2091" tidak ada di daftar sumber. Maksud Anda "sop2019"?'),
    ],
)  # fmt: skip
def test_a_contact_that_cannot_be_right_is_one_line(project: Path, kontak: str, told: str) -> None:
    """No phone of a person, no contact without a source."""
    file = project / "sop_data/register/perangkat_daerah.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("- id: inspektorat\n", f"- id: inspektorat\n  kontak: {kontak}\n"), encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        load_portal(project)
    assert [str(problem).split("kontak.")[1] for problem in caught.value.problems] == [told]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("sop: [polewali-mandar/94]\n", 'perangkat.yml:1: sop[1]: "polewali-mandar/94" tidak ada di daftar SOP. Maksud Anda "polewali-mandar/99"?'),
        ("admin: admin-websit-pd\n", 'perangkat.yml:1: admin: "admin-websit-pd" tidak ada di register pelaksana. Maksud Anda "admin-website-pd"?'),
        ("pelaksana: [{id: bps}]\n", "perangkat.yml:1: pelaksana[1]: isi salah satu: jenis, atau perangkat_daerah."),
        ("pelaksana: [{id: bps, jenis: [dinas]}, {id: bps, jenis: [badan]}]\n", 'perangkat.yml:1: pelaksana[2].id: "bps" sudah dipetakan di atasnya; gabungkan.'),
        ("pelaksana: [{id: bps, jenis: [dins]}]\n", 'perangkat.yml:1: pelaksana[1].jenis[1]: "dins" bukan pilihan yang ada. Maksud Anda "dinas"? Pilihannya: sekretariat, inspektorat, dinas, badan, satuan, rsud, bumd, kecamatan.'),
        ("pelaksana: [{id: bps, perangkat_daerah: [inspektorad]}]\n", 'perangkat.yml:1: pelaksana[1].perangkat_daerah[1]: "inspektorad" tidak ada di register perangkat daerah. Maksud Anda "inspektorat"?'),
    ],
)  # fmt: skip
def test_settings_that_cannot_be_right_are_one_line(project: Path, text: str, told: str) -> None:
    """Ids exist, and each pelaksana is mapped once."""
    (project / "perangkat_data").mkdir()
    (project / "perangkat_data/perangkat.yml").write_text(text, encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        load_directory(project, load_portal(project))
    assert [str(problem).removeprefix("perangkat_data/") for problem in caught.value.problems] == [told]


def test_the_search_leads_to_an_agencys_own_page(site: Site) -> None:
    """Found by name, short name and domain."""
    records = {record.judul: record for record in site.records if record.jenis == "perangkat daerah"}
    assert {record.alamat for record in records.values()} == {
        f"perangkat-daerah/{id_}/" for id_ in site.content.portal.agencies
    }
    assert "Situs: perangkatdaerah.polmankab.go.id" in records["Dinas Sosial"].isi


def test_news_about_an_agency_have_a_list(site: Site) -> None:
    """One for each agency that some news name."""
    made = {page.alamat for page in site.warta.pages()}
    assert {f"warta/perangkat-daerah/{id_}/" for id_ in site.warta.shelves.by_agency} <= made

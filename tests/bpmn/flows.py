"""Flows at the limits, and the file of any flow."""

from __future__ import annotations

from collections.abc import Mapping

from macros.bpmn.document import bpmn_xml
from macros.models.sop import Actor, Exit, Sop, SopDocument, Step
from tests.test_diagrams import flow

HOSTILE = "<task/> & \"'` ]]> <!-- &amp; %s {{ 7*7 }} 😀 مرحبا"
LONG = ("Memeriksa kelengkapan berkas permohonan " * 15)[:600].strip()
BPMN = "{http://www.omg.org/spec/BPMN/20100524/MODEL}"
DI = "{http://www.omg.org/spec/BPMN/20100524/DI}"
DC = "{http://www.omg.org/spec/DD/20100524/DC}"
POINT = "{http://www.omg.org/spec/DD/20100524/DI}waypoint"
NODES = ("startEvent", "endEvent", "task", "exclusiveGateway")


def xml(document: SopDocument, name: str = "uji/01", **sheet: str) -> bytes:
    """The file of a flow that no register knows; `sheet` gives texts of the identity sheet."""
    values = {"nomor": "01/UJI", "nama": "Alur uji", **document.__dict__, **sheet}
    sop = Sop.model_construct(**values, id=name, berkas="")
    return bpmn_xml(sop, sheet.get("nama", "Kantor uji"), {actor.id: f"Nama {actor.id}" for actor in sop.pelaksana})


def hostile(text: str) -> SopDocument:
    """A flow with a text in every place that a person can write to."""
    first = Step(no="1", kegiatan=text, pelaksana=("a",), kelengkapan=text, waktu=text, output=text, keterangan=text)
    exits = (Exit(ke="3", label=text), Exit(ke="1", label=f"Bukan {text}"))
    second = Step(no="2", kegiatan=text, pelaksana=("a", "b"), jenis="keputusan", berikutnya=exits)
    last = Step(no="3", kegiatan=text, pelaksana=("b",), disimpulkan={"pelaksana": text})
    columns = (Actor(id="a", tertulis=text), Actor(id="b"))
    return SopDocument.model_construct(pelaksana=columns, langkah=(first, second, last))


SMALL: Mapping[str, SopDocument] = {
    "satu-langkah": flow("a", ("1", "a")),
    "satu-pelaksana": flow("a", ("1", "a"), ("2", "a"), ("3", "a")),
    "pelaksana-tanpa-langkah": flow("abc", ("1", "c"), ("2", "b")),
    "keputusan-pertama": flow("ab", ("1", "a", "2:Ya selesai:Tidak"), ("2", "b")),
    "keputusan-terakhir": flow("ab", ("1", "a"), ("2", "b", "selesai:Ya 1:Tidak")),
    "tiga-jalan": flow("ab", ("1", "a"), ("2", "b", "3:Ya 2:Ulang selesai:Batal"), ("3", "a")),
    "empat-jalan": flow("ab", ("1", "a"), ("2", "b", "3:Ya 1:Tidak 2:Ulang selesai:Batal"), ("3", "a")),
    "bersama": flow("abc", ("1", "cb"), ("2", "a"), ("2b", "bca")),
    "teks-jahat": hostile(HOSTILE),
    "teks-panjang": hostile(LONG),
    "satu-kata-panjang": hostile("x" * 600),
}
"""Flows at the limits."""

"""Plain values -> typed model; every violation told in Indonesian with its line."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from macros.loading import Loaded
from macros.models.base import CONTACT, DOCUMENT_NAME, WEB_ADDRESS, json_schema
from macros.models.parts import PAGE
from macros.models.registers import OFFICE_PHONE
from macros.models.settings import COLOUR, COMMENT_SERVER, REPOSITORY
from macros.models.sop import STEP_NUMBER, STEP_TARGET
from macros.problems import Problem, location, quoted, suggestion

ModelType = TypeVar("ModelType", bound=BaseModel)

PATTERN_HINTS: Mapping[str, str] = {
    r"^[a-z0-9]+(-[a-z0-9]+)*$": "id ditulis dengan huruf kecil, angka dan tanda hubung, misalnya kepala-dinas",
    STEP_NUMBER: "nomor langkah berupa angka, boleh diikuti satu huruf, misalnya 6 atau 6b",
    STEP_TARGET: 'tujuan berupa nomor langkah, misalnya 6, atau "selesai"',
    r"^[a-z0-9-]+/[0-9]{2,4}[a-z]?$": "id SOP berbentuk instansi/nomor, misalnya polewali-mandar/03",
    DOCUMENT_NAME: "nama berkas saja, tanpa folder, dengan akhirannya, misalnya lkjip-2024.pdf; "
    "pakai huruf, angka, titik, - dan _ tanpa spasi",
    COLOUR: "warna ditulis # lalu enam angka heksadesimal huruf kecil, misalnya #0b4f6c",
    COMMENT_SERVER: "server komentar ditulis dengan https:// dan tanpa garis miring di belakang, "
    "misalnya https://komentar.contoh.go.id",
    PAGE: "alamat halaman ditulis tanpa garis miring di depan dan dengan satu di belakang, misalnya warta/majalah/",
    OFFICE_PHONE: "tulis nomor kantor dengan kode wilayah, misalnya (0428) 21000; bukan nomor ponsel",
    WEB_ADDRESS: "alamat diawali https:// atau http:// dan tidak memuat spasi",
    REPOSITORY: "repositori ditulis pemilik/nama, misalnya diskominfo/portal",
    r"^[A-Za-z0-9_-]{11}$": "id video YouTube sebelas huruf, angka, - atau _, yaitu yang sesudah watch?v=",
    r"^([1-9]\d*|0):[0-5]\d(:[0-5]\d)?$": "lama ditulis menit:detik atau jam:menit:detik, misalnya 3:45",
    r"^(19|20)\d\d/[a-z0-9]+(-[a-z0-9]+)*$": "artikel ditulis tahun/nama-singkat seperti berkasnya, "
    "misalnya 2026/nama-singkat",
    r"^[^@\s]+@[^@\s.]+(\.[^@\s.]+)+$": "alamat e-mail berbentuk nama@contoh.go.id",
    r"^\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?$": "kode wilayah ditulis seperti Kemendagri menulisnya, misalnya 76.04.01",
    r"^\d{2}\.\d{2}\.\d{5}$": "kode pulau ditulis seperti Kemendagri menulisnya, misalnya 76.04.40001",
    CONTACT: "kontak ditulis mailto:nama@contoh.go.id, https://contoh.go.id/lapor, atau tel:+62-411-000000",
    r"^62[0-9]{8,13}$": "nomor WhatsApp ditulis dengan kode negara, angka saja, misalnya 6281200000000",
}
"""What would be right, for each pattern that the models use."""


def validate(model: type[ModelType], loaded: Loaded) -> ModelType | None:
    """The model of what was loaded; where it is not one, adds to `loaded.problems` and gives None."""
    if loaded.data is None:
        return None
    try:
        return model.model_validate(loaded.data)
    except ValidationError as error:
        # pydantic counts a list of bad items as too short: the items' own problems say it better
        details = [d for d in error.errors(include_url=False) if not (d["type"] == "too_short" and d["input"])]
        loaded.problems.extend(_problem(model, loaded, detail) for detail in details)
        return None


def _problem(model: type[BaseModel], loaded: Loaded, detail: ErrorDetails) -> Problem:
    is_key = detail["loc"][-1:] == ("[key]",) and detail["type"] != "extra_forbidden"  # pydantic's mark for a bad key
    path = detail["loc"][:-1] if is_key else detail["loc"]
    if detail["type"] == "missing":
        parent = path[:-1]
        return Problem(loaded.berkas, loaded.line(parent), location(path), "wajib ada, tetapi tidak ditulis.")
    describe = MESSAGES.get(detail["type"])
    value = detail.get("input")
    if detail["type"] == "extra_forbidden":
        known = _known_keys(model, path[:-1])
        message = f"kunci ini tidak dikenal.{suggestion(str(path[-1]), known)}"
        if " Maksud" not in message and known:
            message += f" Yang dikenal: {', '.join(known)}."
    elif value is None:
        message = "nilainya kosong; isi, atau hapus barisnya bila memang tidak ada."
    elif describe:
        message = describe(value, detail.get("ctx", {}))
    else:
        message = f"nilai {quoted(value)} tidak sah."
    return loaded.problem(path, message)


def _known_keys(model: type[BaseModel], path: tuple[int | str, ...]) -> list[str]:
    """Keys that the model takes at `path`, found in its JSON Schema."""
    schema = json_schema(model)
    node: Any = schema
    for part in (*path, None):
        node = _resolve(schema, node)
        if part is None:
            break
        if isinstance(part, int):
            node = node.get("items", {})
        else:
            node = node.get("properties", {}).get(part) or _other_keys(node)
    return list(node.get("properties", {}))


def _other_keys(node: dict[str, Any]) -> dict[str, Any]:
    """The schema of keys that a mapping takes beside its named ones."""
    patterns = list(node.get("patternProperties", {}).values())
    other = node.get("additionalProperties") or (patterns[0] if patterns else {})
    return other if isinstance(other, dict) else {}


def _resolve(schema: dict[str, Any], node: dict[str, Any]) -> dict[str, Any]:
    while "$ref" in node or "anyOf" in node:
        if "anyOf" in node:
            node = next(choice for choice in node["anyOf"] if choice.get("type") != "null")
        else:
            node = schema["$defs"][node["$ref"].rsplit("/", 1)[-1]]
    return node


def _kind(value: object) -> str:
    if isinstance(value, list):
        return "sebuah daftar"
    if isinstance(value, dict):
        return "sebuah susunan kunci"
    return quoted(value)


def _choice(value: object, context: Mapping[str, Any]) -> str:
    known = [part.strip(" '") for part in str(context["expected"]).replace(" or ", ", ").split(", ")]
    return f"{quoted(value)} bukan pilihan yang ada.{suggestion(str(value), known)} Pilihannya: {', '.join(known)}."


def _pattern(value: object, context: Mapping[str, Any]) -> str:
    return f"{quoted(value)} salah bentuk: {PATTERN_HINTS[context['pattern']]}."


DATE_FORM = "Tulis TTTT-BB-HH, misalnya 2019-10-20."
WHEN_FORM = "Tulis TTTT-BB-HH untuk sehari penuh, atau TTTT-BB-HH JJ:MM menurut WITA, misalnya 2026-01-19 14:00."
MOMENT_FORM = "Tulis TTTT-BB-HH JJ:MM menurut WITA, misalnya 2026-01-19 14:00."

MESSAGES: Mapping[str, Callable[[object, Mapping[str, Any]], str]] = {
    "string_type": lambda value, _: f"seharusnya teks, bukan {_kind(value)}.",
    "string_too_short": lambda *_: "nilainya kosong; isi, atau hapus barisnya bila memang tidak ada.",
    "string_pattern_mismatch": _pattern,
    "string_too_long": lambda value, ctx: f"{len(str(value))} karakter; paling banyak {ctx['max_length']}. Ringkaskan.",
    "literal_error": _choice,
    "int_parsing": lambda value, _: f"{_kind(value)} bukan bilangan bulat.",
    "decimal_parsing": lambda value, _: f"{_kind(value)} bukan bilangan. Tulis angka, desimal dengan titik: 75.5.",
    "decimal_type": lambda value, _: f"seharusnya bilangan, bukan {_kind(value)}.",
    "number_form": lambda value, _: (
        f"{_kind(value)} bukan bilangan. Tulis angka saja tanpa satuan dan pemisah ribuan, desimal dengan titik: 15.26."
    ),
    "int_type": lambda value, _: f"seharusnya bilangan bulat, bukan {_kind(value)}.",
    "greater_than_equal": lambda value, ctx: f"{quoted(value)} terlalu kecil; paling sedikit {ctx['ge']}.",
    "less_than_equal": lambda value, ctx: f"{quoted(value)} terlalu besar; paling banyak {ctx['le']}.",
    "date_type": lambda value, _: f"seharusnya tanggal, bukan {_kind(value)}. {DATE_FORM}",
    "excluded_information": lambda *_: (
        "informasi yang dikecualikan tidak boleh ada di Daftar Informasi Publik. "
        "Pindahkan ke ppid_data/dikecualikan/ dengan uji konsekuensinya."
    ),
    "date_form": lambda value, _: f"{quoted(value)} bukan tanggal yang sah. {DATE_FORM}",
    "when_form": lambda value, _: f"{_kind(value)} bukan waktu yang sah. {WHEN_FORM}",
    "clock_form": lambda value, _: f"{_kind(value)} bukan jam yang sah. Tulis JJ:MM, misalnya 09:00.",
    "moment_form": lambda value, _: f"{_kind(value)} bukan waktu yang sah. {MOMENT_FORM}",
    "date_from_datetime_parsing": lambda value, _: f"{quoted(value)} bukan tanggal yang sah. {DATE_FORM}",
    "tuple_type": lambda value, _: f'seharusnya daftar (butir diawali "- "), bukan {_kind(value)}.',
    "greater_than": lambda value, ctx: f"{quoted(value)} terlalu kecil; harus lebih dari {ctx['gt']}.",
    "too_short": lambda *_: "daftarnya kosong; isi paling sedikit satu butir.",
    "model_type": lambda value, _: f"seharusnya susunan kunci: nilai, bukan {_kind(value)}.",
    "dict_type": lambda value, _: f"seharusnya susunan kunci: nilai, bukan {_kind(value)}.",
    "mapping_type": lambda value, _: f"seharusnya susunan kunci: nilai, bukan {_kind(value)}.",
}
"""pydantic's error type -> the sentence an editor reads."""

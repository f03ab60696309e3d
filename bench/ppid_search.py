"""How fast the list answers in the browser, from the event of the last key or choice to the painted result.

Every search starts at the whole list, with its tables loaded by the focus of the search field as they are for any
visitor. What is typed includes the script's own wait for the next key. A result is painted after two animation frames.
"""

from __future__ import annotations

import statistics
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Page

ROUNDS = 5
"""Each search is made so often; only the first time has its lines to fetch."""

MEASURE = """
(asked) => new Promise((resolve) => {
  const form = document.querySelector("form.cari-dip");
  const told = document.querySelector("#cari-keadaan");
  const names = Object.keys(asked);
  for (const name of names) form.elements[name].value = asked[name];
  const unknown = names.filter((name) => form.elements[name].value !== asked[name]);
  if (unknown.length) throw new Error(`tidak ada pilihan ${unknown}`);
  const began = performance.now();
  const seen = new MutationObserver(() => {
    if (!/^(\\d|Tidak ada butir)/.test(told.textContent)) return;
    seen.disconnect();
    requestAnimationFrame(() => requestAnimationFrame(() => resolve([performance.now() - began, told.textContent])));
  });
  seen.observe(told, { childList: true, characterData: true, subtree: true });
  if (names.length > 1) form.requestSubmit();
  else form.elements[names[0]].dispatchEvent(new Event(names[0] === "q" ? "input" : "change", { bubbles: true }));
})
"""
"""Asks the form for something and returns milliseconds and what the list says of the result."""


@dataclass(frozen=True)
class Search:
    """What is asked: field of the form -> text or choice. One field is typed or chosen, several are submitted."""

    nama: str
    isi: Mapping[str, str]


def searches(agency: str) -> tuple[Search, ...]:
    """What the measurement asks of the made-up list; `agency` is one that has entries."""
    return (
        Search("satu kata di semua judul", {"q": "contoh"}),
        Search("satu kata di isi", {"q": "pengukuran"}),
        Search("dua kata", {"q": "laporan 12"}),
        Search("kategori", {"kategori": "setiap-saat"}),
        Search("perangkat daerah", {"perangkat_daerah": agency}),
        Search("tahun", {"tahun": "2021"}),
        Search("bentuk", {"bentuk": "softcopy"}),
        Search("kata, kategori dan tahun", {"q": "laporan", "kategori": "berkala", "tahun": "2021"}),
        Search("judul Z–A", {"urut": "-judul"}),
        Search("kata, yang terakhir diperbarui dahulu", {"q": "contoh", "urut": "-diperbarui"}),
        Search("tidak ada yang cocok", {"q": "takadayangcocok"}),
    )


def measured(page: Page, agency: str) -> dict[str, Any]:
    """Milliseconds of all searches on the page of the list, whose search field has been focused before."""
    results, times = [], []
    for search in searches(agency):
        answers = list(_rounds(page, search))
        own = [milliseconds for milliseconds, _ in answers]
        times += own
        results.append({"nama": search.nama, "jawaban": answers[0][1], **_summary(own)})
    return {**_summary(times), "menurut_pencarian": results}


def _rounds(page: Page, search: Search) -> Iterator[tuple[float, str]]:
    """(milliseconds, what the list said) of each time."""
    for _ in range(ROUNDS):
        page.locator("form.cari-dip button[type=reset]").click()
        page.locator("#hasil").wait_for(state="hidden")
        milliseconds, said = page.evaluate(MEASURE, dict(search.isi))
        yield milliseconds, said


def _summary(times: list[float]) -> dict[str, int]:
    return {"ms_tengah": round(statistics.median(times)), "ms_terlama": round(max(times))}

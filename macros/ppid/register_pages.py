"""The page of the register, and the register as open data."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from macros.charts.view import Figure
from macros.models.registers import Agency
from macros.pages import Asset, Page
from macros.ppid.figures import (
    ANSWER_DAYS,
    EXTENSION_DAYS,
    ServiceFigures,
    all_requests,
    days_between,
    limit,
)
from macros.ppid.models.register import COLUMNS, WITHDRAWN, Request
from macros.ppid.service_charts import kind_charts, yearly_charts, years_text
from macros.ppid.workdays import Calendar
from macros.rendering import render

ADDRESS = "ppid/register/"
CSV, JSON = f"{ADDRESS}register.csv", f"{ADDRESS}register.json"

COMPUTED = ("tahun", "hari_kerja", "tepat_waktu")
"""Columns of the open data that are worked out, after those of the register."""


@dataclass(frozen=True)
class RegisterPages:
    """Made from the registers of all years."""

    register: Mapping[int, tuple[Request, ...]]
    agencies: Mapping[str, Agency]
    calendar: Calendar
    today: date

    @cached_property
    def years(self) -> Mapping[int, ServiceFigures]:
        """Year -> its figures, oldest first."""
        return {year: ServiceFigures(found, self.calendar, self.today) for year, found in sorted(self.register.items())}

    @property
    def newest(self) -> ServiceFigures | None:
        """The figures of the newest register."""
        return list(self.years.values())[-1] if self.years else None

    @cached_property
    def charts(self) -> tuple[Figure, ...]:
        """All charts of the page."""
        if not self.years:
            return ()
        everything = ServiceFigures(all_requests(self.register), self.calendar, self.today)
        folder = f"{ADDRESS}grafik/"
        kinds = kind_charts(everything, self.agencies, years_text(self.years), folder)
        return (*yearly_charts(self.years, folder), *kinds)

    def pages(self) -> Iterator[Page]:
        """The page."""
        html = render(
            "ppid/register.html",
            ADDRESS,
            tahunan=sorted(self.years.items(), reverse=True),
            semua=ServiceFigures(all_requests(self.register), self.calendar, self.today),
            grafik=self.charts,
            perangkat_daerah=self.agencies,
            csv_url=CSV,
            json_url=JSON,
            hari_jawab=ANSWER_DAYS,
            hari_perpanjangan=EXTENSION_DAYS,
        )
        yield Page(
            ADDRESS,
            "Register permohonan",
            "Permohonan informasi publik yang masuk, hasilnya dan lamanya dijawab, tanpa data pemohon.",
            html,
        )

    def assets(self) -> Iterator[Asset]:
        """CSV and JSON of the register, CSV of each chart; nothing while there is no register."""
        if not self.register:
            return
        records = [self._record(year, request) for year, found in sorted(self.register.items()) for request in found]
        out = io.StringIO()
        writer = csv.DictWriter(out, (*COLUMNS, *COMPUTED), lineterminator="\n")
        writer.writeheader()
        writer.writerows(records)
        yield Asset(CSV, out.getvalue().encode("utf-8-sig"))
        lines = ",\n".join(json.dumps(record, ensure_ascii=False) for record in records)
        yield Asset(JSON, f'{{"permohonan": [\n{lines}\n]}}\n'.encode())
        for chart in self.charts:
            yield chart.asset

    def _record(self, year: int, request: Request) -> dict[str, Any]:
        timed = request.dijawab if request.hasil != WITHDRAWN else None
        days = days_between(self.calendar, request.diterima, timed) if timed else None
        in_time = None if days is None else ("ya" if days <= limit(request) else "tidak")
        return {**request.model_dump(mode="json"), "tahun": year, "hari_kerja": days, "tepat_waktu": in_time}

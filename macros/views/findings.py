"""Findings and irregularities over all SOPs."""

from __future__ import annotations

from dataclasses import dataclass

from macros.findings import RULES, Finding, Rule
from macros.models.sop import Irregularity
from macros.portal import Portal
from macros.views.common import Link, rule_address, sop_link


@dataclass(frozen=True)
class RuleView:
    """All findings by one rule over all SOPs."""

    rule: Rule
    url: str
    jumlah: int
    sop: tuple[tuple[Link, str, tuple[Finding, ...]], ...]
    """(link to the SOP, office's short name, its findings)"""


def rule_views(portal: Portal, findings: dict[str, tuple[Finding, ...]]) -> tuple[RuleView, ...]:
    """Every rule with what it finds."""
    views = []
    for rule in RULES:
        groups = []
        for sop in portal.sops.values():
            of_rule = tuple(finding for finding in findings[sop.id] if finding.rule is rule)
            if of_rule:
                groups.append((sop_link(sop), portal.offices[sop.instansi].singkatan, of_rule))
        views.append(RuleView(rule, rule_address(rule.kode), sum(len(g[2]) for g in groups), tuple(groups)))
    return tuple(views)


def irregularities(portal: Portal) -> tuple[tuple[Link, str, tuple[Irregularity, ...]], ...]:
    """Per SOP with any: a link to it, the office's short name, and what is odd about its document."""
    return tuple(
        (sop_link(sop), portal.offices[sop.instansi].singkatan, sop.kejanggalan)
        for sop in portal.sops.values()
        if sop.kejanggalan
    )

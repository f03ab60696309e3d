"""Ids as offices call what they stand for, and back."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from macros.models.registers import Office
from macros.portal import Portal
from macros.problems import quoted, suggestion
from macros.sheets.cells import cell_text


def folded(text: str) -> str:
    """A name for comparing: no case, single blanks."""
    return " ".join(text.split()).casefold()


def office_names(office: Office) -> Mapping[str, Mapping[str, str]]:
    """Field that holds an id of the office -> id -> its name."""
    return {
        "bidang": {item.id: item.nama for item in office.bidang},
        "disahkan.pejabat": {item.id: item.nama for item in office.pejabat},
        "sumber.dokumen": {item.id: item.judul for item in office.dokumen},
    }


def label_of(id_: str, names: Mapping[str, str]) -> str:
    """The name of an id, or the id where the name does not lead back to it."""
    name = cell_text(names.get(id_, id_))
    return name if id_of(name, names) == id_ else id_


def id_of(text: str, names: Mapping[str, str]) -> str:
    """The id that a name or an id means; the text itself where it is neither."""
    if text in names:
        return text
    found = [id_ for id_, name in names.items() if folded(name) == folded(text)]
    return found[0] if len(found) == 1 else text


class ActorNames:
    """Finds the actor that a column's heading means: by id or name in the register, or as an SOP prints it."""

    def __init__(self, portal: Portal, office: str) -> None:
        self.names = {actor.id: actor.nama for actor in portal.actors.values()}
        self.ids: dict[str, set[str]] = {}
        for id_, name in self.names.items():
            for text in (id_, name):
                self.ids.setdefault(folded(text), set()).add(id_)
        self.printed: dict[str, set[str]] = {}
        self.printed_here: dict[str, set[str]] = {}
        for sop in portal.sops.values():
            for actor in sop.pelaksana:
                if actor.tertulis:
                    self.printed.setdefault(folded(actor.tertulis), set()).add(actor.id)
                    if sop.instansi == office:
                        self.printed_here.setdefault(folded(actor.tertulis), set()).add(actor.id)

    def id_of(self, heading: str) -> str | None:
        """The one actor that is called so: in the register, else in the office's SOPs, else in any SOP."""
        for known in (self.ids, self.printed_here, self.printed):
            found = known.get(folded(heading), set())
            if len(found) == 1:
                return next(iter(found))
        return None

    def mistake(self, heading: str) -> str:
        """What to say of a heading that means no actor, or several."""
        found = self._several(heading)
        if found:
            return (
                f"{quoted(heading)} nama beberapa pelaksana: {', '.join(sorted(found))}. "
                "Tulis id yang dimaksud pada lembar Pelaksana."
            )
        known: Collection[str] = [*self.names.values(), *self.names]
        return (
            f"{quoted(heading)} bukan kolom yang dikenal, dan bukan pelaksana di register.{suggestion(heading, known)} "
            "Perbaiki judulnya, tulis id-nya pada lembar Pelaksana, atau tambahkan --daftarkan bila ini pelaksana baru."
        )

    def _several(self, heading: str) -> set[str]:
        for known in (self.ids, self.printed_here, self.printed):
            if found := known.get(folded(heading)):
                return found
        return set()

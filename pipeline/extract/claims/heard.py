"""Heard: the roles of a text in the order in which they are read in, what a word that points back may go by out."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from pipeline.extract.claims.roles import Role
from pipeline.extract.claims.standing import OTHER, POSSESSOR

REMEMBERED = 48
"""Names back that a word may mean."""
_BEGINNING = 2
"""Sentences in which a text that presents something names it."""


@dataclass(slots=True)
class Heard:
    """What was read so far: roles by position, the company of each person, how often each name stood."""

    employers: dict[str, str]
    roles: list[Role] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    first: str = ""
    """The company that the text began with."""
    opening: Role | None = None
    """Its role there."""
    star: str = ""
    """The model, product or chip that the text presents: it stands at its beginning."""
    interview: bool = False
    """Whether somebody is asked, who then says we."""
    asked: str = ""
    """The company of who is asked, where one can tell."""

    def add(self, role: Role) -> None:
        """One more role."""
        self.roles.append(role)
        if role.told:
            self.counts[role.entity] += 1
        leads = role.type == "organization" and role.standing <= POSSESSOR and not role.public
        if not self.first and role.entity and leads:
            self.first, self.opening = role.entity, role
        presented = (
            role.type in ("model", "product", "hardware") and role.told and role.sentence <= _BEGINNING
        )
        if not self.star and presented and role.standing <= OTHER:
            self.star = role.entity

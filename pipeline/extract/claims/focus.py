"""Focus: a text and its roles in, whom each paragraph is about out: a company and a thing (a model, a product, a chip).

After Grosz's centers: who opens a paragraph stays its center; rivals, sources, backers and officials come and go.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence

from msgspec import structs

from pipeline.extract.claims.affinity import THINGS
from pipeline.extract.claims.passing import is_bystander, passes_by
from pipeline.extract.claims.roles import Focus, Role
from pipeline.extract.claims.standing import OBJECT

_PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*")
LEADING = 6.0
"""A standing that opens a paragraph: a subject, X's, Xが."""
_HEADING = 60
"""Characters that a line without a full stop has at most where it is a heading."""
_ITEM = re.compile(r"\s*(?:\d{1,2}[.)．、]|[•●■◆・*–—▼◇○-]|[①-⑳]|#+)\s?")


def focus_of(text: str, roles: Sequence[Role], employers: Mapping[str, str], hero: Role | None) -> Focus:
    """The centers of each line, by where the lines begin."""
    focus = Focus([], [], [])
    starts = [role.start for role in roles]
    company: Role | None = None
    thing: Role | None = None
    for match in _PARAGRAPH.finditer(text):
        begin, end = match.span()
        around = roles[bisect_left(starts, begin) : bisect_left(starts, end)]
        if _ITEM.match(text, begin, end) or (
            not around and end - begin < _HEADING and match[0][-1].isalnum()
        ):
            company = thing = None
        opened = _opens(around, employers)
        if opened:
            if company is None or opened.entity != company.entity:
                thing = None
            company = opened
        elif hero and hero.start < begin:
            company = hero
        thing = _shows(around) or thing
        focus.starts.append(begin)
        focus.companies.append(company)
        focus.things.append(thing)
    return focus


def _opens(roles: Sequence[Role], employers: Mapping[str, str]) -> Role | None:
    """Whom the first sentence of a paragraph that has a subject is about: a company, or the company of a person."""
    first: Role | None = None
    for role in roles:
        if first and role.sentence > first.sentence:
            break
        company = role.entity if role.type == "organization" else employers.get(role.entity, "")
        if (
            not company
            or role.type not in ("organization", "person")
            or passes_by(role)
            or is_bystander("", company, role.profile)
        ):
            continue
        leads = min(role.standing, role.later)
        if leads <= LEADING and (not first or leads < min(first.standing, first.later)):
            first = (
                role
                if role.type == "organization"
                else structs.replace(role, entity=company, type="organization")
            )
    return first


def _shows(roles: Sequence[Role]) -> Role | None:
    return next(
        (
            role
            for role in roles
            if role.type in THINGS
            and min(role.standing, role.later) < (OBJECT if role.type != "project" else LEADING + 1)
        ),
        None,
    )

"""Interviews: a text with its names and who employs whom in, whether somebody is asked in it, and for which company that one speaks, out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import islice

from pipeline.extract.named import Named

_QUESTION = re.compile(r"[?？][»”\"」]?\s*\Z|^\s*[―—–-]{1,2}.*か。\s*\Z")


def is_interview(text: str) -> bool:
    """Whether at least three lines ask."""
    asked = (1 for line in text.splitlines() if _QUESTION.search(line))
    return sum(1 for _ in islice(asked, 3)) == 3


def company_asked(names: Sequence[Named], employers: dict[str, str]) -> str:
    """Who is asked speaks for a company: that of who is named most, rather a new person's, or the one the text begins with."""
    companies = Counter(name.entity for name in names if name.type == "organization")
    points: dict[str, float] = {}
    for name in names:
        company = employers.get(name.entity, "") if name.type == "person" else ""
        if company in companies:
            points[company] = points.get(company, 0.0) + _PERSON_ASKED * (1 if name.known else 2)
    for place, (company, count) in enumerate(companies.items()):
        points[company] = points.get(company, 0.0) + count + (_BEGUN_WITH if place == 0 else 0.0)
    for company in {name.entity for name in names if name.type == "organization" and not name.known}:
        points[company] += _NEWCOMER
    return max(points, key=lambda company: points[company], default="")


_PERSON_ASKED, _BEGUN_WITH, _NEWCOMER = 3.0, 4.0, 2.0

"""Hero: a text's names in, the company that the whole text is about out, if it is a portrait of one.

Its people and its things count as it does: a portrait names the founder more often than the firm.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from pipeline.extract.claims.passing import is_bystander
from pipeline.extract.named import Named

_LEAST, _SHARE = 3, 0.3
"""Mentions of it, its people and its things, and their share of all mentions, at least."""
_LEAST_TITLED, _SHARE_TITLED = 2, 0.2
"""The same where it is the only company of the headline."""
_LONGEST_TITLE = 120
_EARLY = 0.25
"""Of the text, in which it is first named."""


def hero_of(text: str, names: Sequence[Named], employers: Mapping[str, str]) -> str:
    """The company's id; nothing where the text is about several."""
    counts: Counter[str] = Counter()
    first: dict[str, int] = {}
    for name in names:
        company = _company(name, employers)
        if company and not is_bystander(text[name.start : name.end], company, name.profile):
            counts[company] += 1
            if name.type == "organization":
                first.setdefault(company, name.start)
    if not counts:
        return ""
    titled = _titled(text, names)
    if titled and counts[titled] >= _LEAST_TITLED and counts[titled] >= _SHARE_TITLED * counts.total():
        return titled
    (hero, most), *_ = counts.most_common(1)
    early = first.get(hero, len(text)) <= _EARLY * len(text)
    return hero if most >= _LEAST and early and most >= _SHARE * counts.total() else ""


def _titled(text: str, names: Sequence[Named]) -> str:
    """The only company that the headline names."""
    end = text.find("\n")
    if not 0 < end <= _LONGEST_TITLE:
        return ""
    found = {
        name.entity
        for name in names
        if name.start < end
        and name.type == "organization"
        and not is_bystander(text[name.start : name.end], name.entity, name.profile)
    }
    return found.pop() if len(found) == 1 else ""


def _company(name: Named, employers: Mapping[str, str]) -> str:
    if name.type == "organization":
        return name.entity
    if name.type == "person":
        return employers.get(name.entity, "")
    return name.parent or ""

"""What was said when and by whom: the meta of a spoken text and an offset of it in, the second and the speaker out.

    times     "0=1.4 52=4.8 …": from this offset on, the text was said from this second on
    speakers  "Sam Altman; Ezra Klein": who speaks, in the order in which they begin
    turns     "0=1 310=2 644=0 …": from this offset on, the speaker of this number speaks; 0 is one without a name
    seconds   how long it is

Offsets are those of the document's text, as everywhere. A meta of another form, as people write it, tells nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Mapping

SEPARATOR = "; "
_PAIR = re.compile(r"([0-9]{1,9})=([0-9]{1,9}(?:\.[0-9]{1,3})?)")


def seconds_at(meta: Mapping[str, object]) -> Callable[[int], float | None]:
    """By offset, the second from which on the words there were said; None where that is not known."""
    return _steps(str(meta.get("times", "")))


def speakers_at(meta: Mapping[str, object]) -> Callable[[int], str | None]:
    """By offset, who speaks there; None where that is not known."""
    turns, names = _steps(str(meta.get("turns", ""))), str(meta.get("speakers", "")).split(SEPARATOR)

    def speaker(offset: int) -> str | None:
        number = int(turns(offset) or 0)
        return names[number - 1] or None if 0 < number <= len(names) else None

    return speaker


def _steps(pairs: str) -> Callable[[int], float | None]:
    found = [_PAIR.fullmatch(pair) for pair in pairs.split()]
    if not all(found):
        return lambda _: None
    steps = sorted((int(one[1]), float(one[2])) for one in found if one)
    starts = [start for start, _ in steps]

    def at(offset: int) -> float | None:
        place = bisect_right(starts, offset)
        return steps[place - 1][1] if place else None

    return at

"""Apart, many at once: pairs of names' sounds in, how far each is apart out; what apart.py says of one pair, for a whole text's pairs.

Row by row of the distances' table, all pairs together. Within a row a sound too much only adds up, so that its least is a running
minimum; pairs that are too far apart already are left out of the rows that follow.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from pipeline.extract.names.apart import COSTS_OF, losses_of
from pipeline.extract.names.phonemes import REMEMBERED

if TYPE_CHECKING:
    import numpy.typing as npt

    Real = npt.NDArray[np.float64]
    Codes = npt.NDArray[np.uint8]

_SOUNDS = 128
"""Sounds are single ASCII letters."""
_RATHER_FEWER = 0.8
"""The share of pairs that are left from which on the others are dropped from the arrays."""
_WIDTH = 32
"""Letters that nearly every name has room in, so that its row is made once."""
_HUNDREDTHS = 100
"""In which the costs of leaving a sound out are told."""


def apart_many(pairs: Sequence[tuple[str, str, float]]) -> list[float]:
    """The distance of each pair of sounds, or something above the third where it is more."""
    if not pairs:
        return []
    mine, lost = _padded([one for one, _, _ in pairs])
    theirs, added = _padded([other for _, other, _ in pairs])
    last = np.array([(len(one), len(other)) for one, other, _ in pairs])
    most = np.array([most for _, _, most in pairs])
    sums = np.zeros((len(pairs), theirs.shape[1] + 1))
    added.cumsum(axis=1, out=sums[:, 1:])
    beyond = np.where(np.arange(theirs.shape[1] + 1) > last[:, 1, None], np.inf, 0.0)
    row, pair = sums, np.arange(len(pairs))
    found = np.where(last[:, 0] == 0, sums[pair, last[:, 1]], np.inf)
    for place in range(mine.shape[1]):
        step = row + lost[:, place, None]
        taken = row[:, :-1] + _table()[mine[:, place, None], theirs]
        np.minimum(step[:, 1:], taken, out=step[:, 1:])
        row = sums + np.minimum.accumulate(step - sums, axis=1)
        done = np.flatnonzero(last[:, 0] == place + 1)
        found[pair[done]] = row[done, last[done, 1]]
        going = np.flatnonzero(((row + beyond).min(axis=1) <= most) & (last[:, 0] > place + 1))
        if not len(going):
            break
        if len(going) < _RATHER_FEWER * len(pair):
            mine, lost, theirs, sums, beyond = (
                mine[going],
                lost[going],
                theirs[going],
                sums[going],
                beyond[going],
            )
            row, pair, last, most = row[going], pair[going], last[going], most[going]
    distances: list[float] = found.tolist()
    return distances


def _padded(names: Sequence[str]) -> tuple[Codes, Real]:
    """[names, longest]: the sounds' letters, and what it costs to leave each out; 0 behind a name's end."""
    longest = max(map(len, names))
    width = _WIDTH if longest <= _WIDTH else longest
    rows = np.frombuffer(b"".join([_row(name, width) for name in names]), dtype=np.uint8)
    rows = rows.reshape(len(names), 2, width)[:, :, :longest]
    return rows[:, 0], rows[:, 1] / _HUNDREDTHS


@lru_cache(maxsize=REMEMBERED)
def _row(name: str, width: int) -> bytes:
    """Its letters, then what it costs to leave each out, both filled up to the width."""
    losses = bytes(round(loss * _HUNDREDTHS) for loss in losses_of(name))
    return name.encode("ascii").ljust(width, b"\0") + losses.ljust(width, b"\0")


@lru_cache(maxsize=1)
def _table() -> Real:
    """[sound, sound]: what it costs to take one for the other."""
    letters = [chr(code) for code in range(_SOUNDS)]
    return np.array([[COSTS_OF[one][other] for other in letters] for one in letters])

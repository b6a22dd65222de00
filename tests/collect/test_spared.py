"""Spared: what stood before a round is not searched for garbage during it, and is again after it."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator

import pytest

from pipeline.collect.spared import spared


class Knot:
    """An object that only a search finds."""

    def __init__(self) -> None:
        self.own = self


def tied() -> weakref.ref[Knot]:
    return weakref.ref(Knot())


@pytest.fixture(autouse=True)
def thawed() -> Iterator[None]:
    """Other tests in this process may have frozen what is theirs; where it lies changes nothing for them."""
    gc.unfreeze()
    yield
    gc.unfreeze()


def test_what_stood_before_is_left_alone_until_the_end() -> None:
    gc.disable()
    try:
        before = tied()
        with spared():
            inside = tied()
            gc.collect()
            assert (before() is None, inside() is None) == (False, True)
        gc.collect()
        assert before() is None
    finally:
        gc.enable()


def test_it_ends_when_a_round_fails() -> None:
    with pytest.raises(OSError, match="disk"), spared():
        raise OSError("disk")
    assert not gc.get_freeze_count()


def test_what_others_have_frozen_for_good_stays_frozen() -> None:
    gc.freeze()
    with spared():
        pass
    assert gc.get_freeze_count()

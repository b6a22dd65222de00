"""Python's search for garbage waits while something is made that lasts, or read, and goes on behind it."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager

import pytest

from pipeline.extract.lasting import lasting, undisturbed

WAITS = pytest.mark.parametrize("waits", [lasting, undisturbed])
Waits = Callable[[], AbstractContextManager[None]]


@pytest.fixture(autouse=True)
def _as_it_was() -> Iterator[None]:
    collects = gc.isenabled()
    yield
    gc.enable() if collects else gc.disable()
    gc.unfreeze()


@WAITS
def test_no_garbage_is_looked_for_inside_and_it_is_behind(waits: Waits) -> None:
    gc.enable()
    with waits():
        assert not gc.isenabled()
    assert gc.isenabled()


@WAITS
def test_a_collector_that_somebody_switched_off_stays_off(waits: Waits) -> None:
    gc.disable()
    with waits():
        pass
    assert not gc.isenabled()


@WAITS
def test_it_is_looked_for_again_where_something_went_wrong(waits: Waits) -> None:
    gc.enable()
    with pytest.raises(ValueError, match="broken"), waits():
        raise ValueError("broken")
    assert gc.isenabled()


def test_only_what_lasts_is_kept_from_the_search_for_ever() -> None:
    gc.unfreeze()
    with undisturbed():
        pass
    assert gc.get_freeze_count() == 0
    with lasting():
        pass
    assert gc.get_freeze_count() > 0

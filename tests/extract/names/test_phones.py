"""Phones: two spellings that an English or a French reader says alike are near, others are not."""

from __future__ import annotations

import pytest

from pipeline.extract.names.phones import distance, near_keys, plain_letters, readings


def apart(heard: str, name: str, *, french: bool) -> float:
    return min(
        distance(one, other)
        for language in {False, french}
        for one in readings(heard, french=language, own=False)
        for reads in (False, True)
        for other in readings(name, french=reads, own=True)
    )


@pytest.mark.parametrize(
    ("heard", "name", "french"),
    [
        ("Grock", "Grok", False),
        ("Equinics", "Equinix", False),
        ("Sequoya", "Sequoia", False),
        ("Clawed", "Claude", False),
        ("Clode", "Claude", True),
        ("Scale Ouais", "Scaleway", True),
        ("Couène", "Qwen", True),
        ("à SML", "ASML", True),
        ("T S M Cé", "TSMC", True),
        ("Moune Shot", "Moonshot", True),
        ("Safrant", "Safran", True),
    ],
)
def test_what_is_said_alike_is_near(heard: str, name: str, french: bool) -> None:
    assert apart(heard, name, french=french) < 0.5


@pytest.mark.parametrize(
    ("heard", "name"), [("Anthropia", "Anthropic"), ("Cortez", "Kairos"), ("Senator", "Centaur")]
)
def test_what_is_said_otherwise_is_not(heard: str, name: str) -> None:
    assert apart(heard, name, french=False) > 0.5


def test_accents_are_no_letters() -> None:
    assert plain_letters("Véssora d'Œuvre") == "vessoradoeuvre"


def test_a_name_is_looked_up_without_one_of_its_consonants() -> None:
    assert set(near_keys("tpsk")) == {"tpsk", "psk", "tsk", "tpk", "tps"}
    assert list(near_keys("kr")) == ["kr"]

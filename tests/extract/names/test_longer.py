"""Longer: a firm's or a founder's name at the head of a longer one that the catalogue does not have."""

from __future__ import annotations

import pytest

from pipeline.extract.names.linking import Names


def linked(names: Names, text: str) -> dict[str, str]:
    return {text[link.start : link.end]: link.entity for link in names.find(text, [])}


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("The round was led by Micron Tidewater Ventures and others.", "Micron"),
        ("Nvidia pays. A note by Spotify Research says why.", "Spotify"),
        ("Amazon sold shares, and Elon Musk spoke. The Musk Foundation gave nothing.", "Musk"),
    ],
)
def test_what_is_named_after_a_firm_is_not_the_firm(names: Names, text: str, surface: str) -> None:
    assert surface not in linked(names, text)


@pytest.mark.parametrize(
    ("text", "surface", "entity"),
    [
        ("Vertiv Holdings reported sales.", "Vertiv", "vertiv"),
        ("Euronext Paris lists it, and OpenAI agreed.", "Euronext", "euronext"),
        ("Elon Musk spoke. Then Musk left.", "Musk", "elon-musk"),
    ],
)
def test_what_is_the_firm_s_own_form_still_is(names: Names, text: str, surface: str, entity: str) -> None:
    assert linked(names, text)[surface] == entity


@pytest.mark.parametrize(
    "text",
    [
        "It came from Brookfield Capital and others, said OpenAI.",
        "Cruise ships are back in the port, and OpenAI rents one.",
        "Conviction grew that OpenAI would buy it, said Sarah Guo.",
        "Le tableau de Léonard de Vinci n'est pas loin de Mistral AI.",
    ],
)
def test_words_and_painters_are_no_firms(names: Names, text: str) -> None:
    assert not {"capitaland", "cruise", "conviction", "vinci"} & set(linked(names, text).values())

"""Names that other words stand beside: an age, a day, a mother company, a seat; see people.py, name_cues.py and pieces.py."""

from __future__ import annotations

import pytest

from pipeline.extract.names.people import is_private


@pytest.mark.parametrize(
    ("before", "name", "behind"),
    [
        ("– ", "Schwarz", ", la maison mère de Lidl, investit"),
        ("un réacteur de ", "Nogent", ", la centrale voisine"),
        ("", "Instagram", ", a sister company of WhatsApp"),
    ],
)
def test_a_company_with_relatives_is_no_private_person(before: str, name: str, behind: str) -> None:
    assert not is_private(before + name + behind, len(before), len(before) + len(name))


@pytest.mark.parametrize(
    "text", ["Claude, ma tante, cuisine", "Claude, 65 ans, cuisine", "Claude, my aunt, cooks"]
)
def test_an_aunt_is_a_private_person(text: str) -> None:
    assert is_private(text, 0, len("Claude"))


def test_an_age_makes_nobody_private_whom_the_text_has_named() -> None:
    assert not is_private("LeCun, 65 ans, préside", 0, len("LeCun"), aged=False)

"""Lone words: a single capitalised word that nothing introduces, where it is a name and where it is a word, a place or a term."""

from __future__ import annotations

import re

import pytest

from pipeline.extract.candidates.propose import propose
from pipeline.extract.sentences import split_sentences


def proposed(text: str, lang: str, *known: str) -> dict[str, str]:
    """Types by surface, where the words `known` are linked already."""
    taken = sorted(match.span() for word in known for match in re.finditer(re.escape(word), text))
    found = propose(text, lang, [], split_sentences(text), taken)
    return {text[one.start : one.end]: one.type for one in found}


@pytest.mark.parametrize(
    ("lang", "text", "surface"),
    [
        ("en", "The contract was won by neither of them, but Tolvane may appeal.", "Tolvane"),
        ("en", "Nobody expected it. Tolvane never signed the code.", "Tolvane"),
        ("en", "On Tuesday night, the regulators fined it. QVRT, meanwhile, kept quiet.", "QVRT"),
        ("en", "It needs eight of the new KX550 boards.", "KX550"),
        ("en", "The round was led by people who left Kestravo and another lab.", "Kestravo"),
        ("en", "The fresh money comes from Kestravo and others.", "Kestravo"),
        ("en", "Most of it was paid by the maker of Kestravo last year.", "Kestravo"),
        ("en", "What the PLUME Act will cost you is not known.", "PLUME Act"),
        ("en", "So far only the AI Office has answered.", "AI Office"),
        ("en", "They host it with Bramwell Web Services in Ohio.", "Bramwell Web Services"),
        ("en", "There was a talk by Sam Ostervald in the afternoon.", "Sam Ostervald"),
        ("fr", "Personne n'a signé. Tolvane, de son côté, attend la loi.", "Tolvane"),
        ("fr", "Le groupe vend désormais ses logiciels à Tolvane. Le contrat court.", "Tolvane"),
        ("fr", "C'est la maison mère de Tolvane qui paie.", "Tolvane"),
        ("fr", "Le bras droit de Thomas Kerzeval a dit non.", "Thomas Kerzeval"),
        ("fr", "Selon une note, OBVcloud change de catégorie.", "OBVcloud"),
        ("fr", "La QVRT a rappelé la règle en mars.", "QVRT"),
    ],
)
def test_a_word_alone_is_proposed_where_it_stands_as_a_name(lang: str, text: str, surface: str) -> None:
    assert surface in proposed(text, lang)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "We took the ferry, and Harrisburg was sunny when we met in San Ignacio."),
        ("en", "Ratepayers can do that sum. Recurring revenue is what counts. Unsold capacity waits."),
        ("en", "An ISBN is no name. It is written in CSS, and the CRUD part is dull. TL;DR it works."),
        ("en", "On MMLU it gets more, and the SWE score is fine."),
        ("en", "THE MORNING LEDGER\nThings that happened."),
        ("en", "Take the A10 to the lake, then the B4077. Less CO2, more air."),
        ("en", "They called it a Series D. Nothing else came of it."),
        ("en", "[Laughter] So that was all. [Music]"),
        ("en", "We had lunch, my friend and Colin, and the dog."),
        ("fr", "Valorisé deux fois plus, il attend. Faut-il en rire ? Rappelez-vous la suite."),
        ("fr", "À Charleroi, la commune pousse un autre projet. Dix-huit mois ont passé."),
        ("fr", "Le train pour Giverny part de la gare, dans la Drôme il pleut."),
        ("fr", "Elle est cotée en Bourse. Perte nette : 3 M$. Investissements relevés, dit-on."),
        ("fr", "Bonsoir à tous. Prenons un exemple."),
    ],
)
def test_places_terms_and_words_of_the_language_are_none(lang: str, text: str) -> None:
    assert not proposed(text, lang)


def test_whoever_speaks_without_a_first_name_is_a_firm() -> None:
    assert proposed("Tolvane says the outage is over. Tolvane has 40 engineers.", "en") == {
        "Tolvane": "organization"
    }


def test_what_has_a_version_is_nobody() -> None:
    assert "person" not in proposed("Asked why, she said Tolvane 2.5 was slow.", "en").values()


def test_a_describer_that_begins_another_name_says_nothing_of_a_place() -> None:
    assert not proposed("À Maubrun, Lumora Labs y croit encore.", "fr", "Lumora Labs")

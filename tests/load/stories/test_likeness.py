"""Likeness: what is a copy or a translation, and what only looks like one. Figures and names as the extractor finds them."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from pipeline.extract.extractor import Extractor
from pipeline.extract.read import load_extractor
from pipeline.load.stories.likeness import TRANSLATED, WINDOW, common_share, reach
from pipeline.load.stories.marks import Print, marks_of
from tests.conftest import ROOT
from tests.load.stories.texts import EN, FOOTER, FR, JA, OTHER_EN, OTHER_FR, OTHER_JA, edited, price_list
from tests.samples import make_document

TEXTS = {"en": (EN, OTHER_EN), "ja": (JA, OTHER_JA), "fr": (FR, OTHER_FR)}
REPORT = {
    "en": "OpenAI, Microsoft and Oracle met SoftBank and Nvidia. OpenAI raised $6.6 billion at a valuation of $157 billion. "
    "Revenue was $3.7 billion, and Microsoft paid $13.5 billion. It draws 1.2 GW.",
    "ja": "OpenAIとマイクロソフト、オラクルがソフトバンクグループ、エヌビディアと会談した。OpenAIは66億ドルを調達し、企業価値は1570億ドルとなった。"
    "売上高は37億ドルで、マイクロソフトは135億ドルを支払った。消費電力は1.2GWになる。",
}
PASSING = {
    "en": "OpenAI, Microsoft and Oracle met SoftBank and Nvidia. OpenAI is valued at $157 billion and will spend $40 billion on "
    "chips. Microsoft lost $2.4 billion, and Oracle's sales were $14.1 billion. It draws 4.5 GW.",
}


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return load_extractor(ROOT / "seeds" / "catalogue")


def printed(extractor: Extractor, text: str, lang: str) -> Print:
    found = extractor.extract(replace(make_document(text=text), lang=lang))
    (mark,) = marks_of([found])
    return mark.print


@pytest.mark.parametrize("lang", TEXTS)
def test_an_edited_copy_is_one(lang: str, extractor: Extractor) -> None:
    text = TEXTS[lang][0]
    one, other = printed(extractor, text, lang), printed(extractor, edited(text, lang), lang)
    assert (reach(one, other), reach(other, one)) == (WINDOW, WINDOW)


@pytest.mark.parametrize("lang", TEXTS)
def test_the_first_half_is_a_copy_of_the_whole(lang: str, extractor: Extractor) -> None:
    text = TEXTS[lang][0]
    whole, half = printed(extractor, text, lang), printed(extractor, text[: len(text) // 2], lang)
    assert common_share(whole.sketch, half.sketch) < 0.65, "which is less than of an edited copy"
    assert (reach(whole, half), reach(half, whole)) == (WINDOW, WINDOW)


@pytest.mark.parametrize("lang", TEXTS)
def test_another_story_of_the_same_company_is_none(lang: str, extractor: Extractor) -> None:
    one, other = (printed(extractor, text, lang) for text in TEXTS[lang])
    assert reach(one, other) == -1


def test_two_lists_of_prices_in_one_form_are_none(extractor: Extractor) -> None:
    one, other = (printed(extractor, price_list(day), "en") for day in (3, 4))
    assert common_share(one.sketch, other.sketch) > 0.5, "though much of their text is common"
    assert reach(one, other) == -1
    assert reach(one, printed(extractor, "Good morning! " + price_list(3), "en")) == WINDOW


def test_two_letters_with_one_foot_are_none(extractor: Extractor) -> None:
    one, other = (printed(extractor, text + FOOTER, "en") for text in (EN, OTHER_EN))
    assert reach(one, other) == -1


def test_a_report_with_the_same_figures_and_names_in_another_language_is_its_translation(
    extractor: Extractor,
) -> None:
    one, other = (printed(extractor, REPORT[lang], lang) for lang in ("en", "ja"))
    assert (reach(one, other), reach(other, one)) == (TRANSLATED, TRANSLATED)


def test_two_reports_of_one_company_in_two_languages_are_none(extractor: Extractor) -> None:
    one, other = printed(extractor, PASSING["en"], "en"), printed(extractor, REPORT["ja"], "ja")
    assert set(one.entities) == set(other.entities)
    assert set(one.figures) & set(other.figures)
    assert reach(one, other) == -1


def test_a_short_text_is_a_copy_of_nothing(extractor: Extractor) -> None:
    extraction = extractor.extract(
        replace(make_document(text="Read the whole article on our site."), lang="en")
    )
    assert not extraction.sketch
    assert marks_of([extraction]) == []

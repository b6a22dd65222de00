"""Numbers in words: English and French texts in (five hundred billion, cinq cents milliards), all numbers in words out.

Fractions of a large number (half a billion, three quarters of a million, un milliard et demi), decimals as spoken (two point
five) and orders of magnitude too: hundreds of millions, des milliards, several billion.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.extract.amounts import numbers_en, numbers_fr
from pipeline.extract.amounts.number_sums import WORD, Spelled

_PHRASES = {"en": (numbers_en.BEGINS, numbers_en.PHRASE), "fr": (numbers_fr.BEGINS, numbers_fr.PHRASE)}
_YEAR_END = re.compile(
    r" (?:oh |o' )?(?:ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?)\b(?![ -](?:hundred|thousand|million|billion|percent|people|dollars|one|two|three|four|five|six|seven|eight|nine|(?:an?|per) (?:share|hour|barrel|pop|head|seat|unit|chip)\b))",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"une? (?:\w+ )?(?:\w+aine|millier)\b|a couple", re.IGNORECASE)
"""Phrases that name a number as about so many."""


def find_words(text: str, lang: str) -> Iterator[Spelled]:
    """All numbers in words, none overlapping another."""
    if lang not in _PHRASES:
        return
    begins, pattern = _PHRASES[lang]
    taken = 0
    for word in WORD.finditer(text):
        if word.start() < taken or word[0].lower() not in begins:
            continue
        found = None
        if match := pattern.match(text, word.start()):
            words = WORD.findall(match[0].lower())
            parsed = numbers_en.parse_english(words) if lang == "en" else numbers_fr.parse_french(words)
            if parsed is None and lang == "fr" and (shorter := _longest(text, word.start(), match.end())):
                taken = shorter.end
                yield shorter
                continue
            found = (
                Spelled(word.start(), match.end(), *parsed, bool(_ABOUT.match(match[0]))) if parsed else None
            )
        elif lang == "en":
            found = numbers_en.spoken_english(text, word.start())
        if found and lang == "en" and found.low in (19, 20) and (rest := _YEAR_END.match(text, found.end)):
            taken = rest.end()  # nineteen ninety-eight, twenty twenty-five
        elif found:
            taken = found.end
            yield found


def _longest(text: str, start: int, end: int) -> Spelled | None:
    """The longest French number that begins a phrase which is none as a whole: trente quarante milliards."""
    found: Spelled | None = None
    words: list[str] = []
    for word in WORD.finditer(text, start, end):
        words.append(word[0].lower())
        if words[-1] in ("et", "virgule"):
            continue
        parsed = numbers_fr.parse_french(words) if words[0] in numbers_fr.CARDINALS else None
        if parsed is None:
            break
        found = Spelled(start, word.end(), *parsed, about=False)
    return found

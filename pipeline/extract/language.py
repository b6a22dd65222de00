"""Language: a text in, its ISO 639-1 code out."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

_KANA = re.compile(r"[\u3041-\u30fa]")
_HAN = re.compile(r"[\u4e00-\u9fff]")
# The press of these is what reaches us; the model's hundred others (creoles, dialects) draw short texts to themselves.
_LANGUAGES = (
    *("ar", "cs", "da", "de", "el", "en", "es", "fi", "fr", "he", "hi", "hu", "id", "it", "ja", "ko"),
    *("nl", "no", "pl", "pt", "ro", "ru", "sv", "th", "tr", "uk", "vi", "zh"),
)
SAMPLE = 4000
"""Characters read; more does not change the answer."""


def detect(text: str) -> str:
    """The code; "ja" for a text with kana among its signs, "en" for one without letters.

    The rest is py3langid's word (naive Bayes over byte n-grams, Lui and Baldwin 2012).
    """
    sample = text[:SAMPLE]
    kana, han = len(_KANA.findall(sample)), len(_HAN.findall(sample))
    letters = sum(character.isalpha() for character in sample)
    if kana and (kana + han) * 4 > letters:  # a Japanese text may hold many Latin names
        return "ja"
    if not letters:
        return "en"
    code: str = _identifier().classify(sample)[0]
    return code


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages(_LANGUAGES)
    return identifier

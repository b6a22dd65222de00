"""`python -m benchmarks.peers.recognizers`: texts as JSON Lines in, the amounts of Recognizers-Text for Python out.

Its last release is of 2019 and knows no units in Japanese; recognizers.js asks the newer one for Node the same.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import Any

from benchmarks.peers.lines import Found, answer

CULTURES = {"ja": "ja-jp", "en": "en-us", "fr": "fr-fr"}
WITH_UNIT = ("currency", "dimension", "age", "temperature")
BARE = ("percentage", "number")


@cache
def models(lang: str) -> list[Any]:
    """Those that there are for the language."""
    culture = CULTURES[lang]
    units = import_module("recognizers_number_with_unit").NumberWithUnitRecognizer(culture)
    numbers = import_module("recognizers_number").NumberRecognizer(culture)
    makers = [getattr(units, f"get_{name}_model") for name in WITH_UNIT]
    makers += [getattr(numbers, f"get_{name}_model") for name in BARE]
    return [model for make in makers if (model := _model(make, culture))]


def _model(make: Any, culture: str) -> Any:
    try:
        return make(culture, False)
    except ValueError:  # its word for a model that there is not in this language
        return None


def read(text: str, lang: str) -> Found:
    """All that its models find, each for itself."""
    return [
        {
            "start": one.start,
            "end": one.end + 1,
            "type": one.type_name,
            "value": one.resolution.get("value"),
            "unit": one.resolution.get("unit"),
            "code": one.resolution.get("isoCurrency"),
        }
        for model in models(lang)
        for one in model.parse(text)
    ]


if __name__ == "__main__":
    answer(read)

"""Focus: whose a figure is when others are only mentioned, over paragraphs; what a reader would say."""

from __future__ import annotations

import pytest

from tests.extract.claims.claimed import claimed

TEXTS = [
    pytest.param(
        "en",
        """The week in chips

1. [[Groq|groq organization]]. {{$750m|money 750000000 USD exact|groq|-}} from [[Disruptive|?disruptive organization]] and [[BlackRock|blackrock organization]]. Staff: {{400|count 400 person exact|groq|-}}.

2. [[Etched|etched organization]]. Its [[Sohu|?sohu hardware etched]] draws {{500 watts|power 500 W exact|sohu|-}}. [[Primary Ventures|?primary-ventures organization]] put in another {{$20m|money 20000000 USD exact|primary-ventures|-}}.""",
    ),
    pytest.param(
        "fr",
        """Le robot des vignes

[[Vitibot|?vitibot organization]] a vendu {{120 machines|count 120 robot exact|vitibot|-}} l'an dernier. [[Kubota|kubota organization]] est à son capital. L'usine de Reims emploie {{95 personnes|count 95 person exact|vitibot|-}}.

Le patron n'aime pas les salons. {{Six millions|money 61000000 EUR exact|vitibot|-}} de ventes, dit-il, ne s'y sont pas faits.""",
    ),
]


@pytest.mark.parametrize(("lang", "text"), TEXTS)
def test_a_text_comes_back_to_whom_it_is_about(lang: str, text: str) -> None:
    told = claimed(text)
    assert told.told(lang) == told.expected

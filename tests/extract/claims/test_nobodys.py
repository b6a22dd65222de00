"""Nobody's: what is a market's, a country's, mankind's or the author's own gets no owner, though names stand beside it."""

from __future__ import annotations

import pytest

from tests.extract.claims.claimed import claimed

NOBODYS = {
    "en": [
        "[[Nvidia|nvidia organization]] leads. The global market for chips will be worth {{$840 billion|money 8.4e11 USD exact|x|-}} by 2030.",
        "[[Dell|dell organization]] grew. Data centres already use {{4.4%|percent 4.4 % exact|x|-}} of America's electricity.",
        "[[OpenAI|openai organization]] objects. The bill binds developers with annual revenue of {{over $500m|money 5e8.. USD min|x|-}}.",
        "[[GPT-5|gpt-5 model openai]] is good. A typical person scores {{34%|percent 34 % exact|x|-}} on the test.",
        "[[Figure|?figure organization]] raised a lot. Thank you, we just hit {{85,000 subscribers|count 85000 subscriber exact|x|-}} on this channel.",
        "[[Nscale|nscale organization]] wants more. Electricity in Britain costs {{26 pence|money 0.26 GBP exact|x|-}} per kilowatt hour.",
    ],
    "fr": [
        "[[Nvidia|nvidia organization]] domine. Le marché mondial des puces atteindra {{400 milliards de dollars|money 4e11 USD exact|x|-}} en 2027.",
        "[[Data4|data4 organization]] construit. La France compte {{320 centres de données|count 320 data-center exact|x|-}}.",
        "[[SAP|sap organization]] proteste. Les entreprises de moins de {{750 salariés|count 750 employee exact|x|-}} seraient dispensées.",
        "[[Mistral|mistral-ai organization]] avance. On vient de passer les {{100 000 abonnés|count 100000 subscriber exact|x|-}}, merci !",
    ],
    "ja": [
        "[[エヌビディア|nvidia organization]]は強い。世界の半導体市場は2030年に{{5000億ドル|money 5e11 USD exact|x|-}}に達する。",
        "[[o3|o3 model openai]]は賢い。人間の正答率は{{85%|percent 85 % exact|x|-}}だ。",
        "[[Jamba|?jamba model]]は開かれている。年間売上高が{{5000万ドル|money 5e7 USD exact|x|-}}を超える企業は別の契約が要る。",
        "[[メタ|meta organization]]の投資は大きい。想定は1ドル{{150円|money 150 JPY exact|x|-}}。",
    ],
}  # fmt: skip


@pytest.mark.parametrize(
    ("lang", "text"), [(lang, text) for lang, texts in NOBODYS.items() for text in texts]
)
def test_it_has_no_owner(lang: str, text: str) -> None:
    assert claimed(text).told(lang)[0][0] is None


OWNED = [
    ("en", "[[SK Hynix|sk-hynix organization]] put its share of the memory market at {{60%|percent 60 % exact|sk-hynix|-}}."),
    ("en", "[[Broadcom|broadcom organization]] has a market value of {{$1.4 trillion|money 1.4e12 USD exact|broadcom|-}}."),
    ("fr", "[[EDF|edf organization]] a exporté l'an dernier {{89 TWh|energy 8.9e13 Wh exact|edf|-}}."),
    ("ja", "人間の正答率は高いが、[[o3|o3 model openai]]は{{87.5%|percent 87.5 % exact|o3|-}}を出した。"),
    ("ja", "[[エヌビディア|nvidia organization]]は市場の{{8割|percent 80 % exact|nvidia|-}}を握る。"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text"), OWNED)
def test_what_a_name_has_of_a_market_stays_its_own(lang: str, text: str) -> None:
    told = claimed(text)
    assert told.told(lang) == told.expected


QUOTED = [
    ("en", "[[Vertiv|vertiv organization]] sold more. Analysts polled by [[LSEG|lseg organization]] had looked for {{$2.58 billion|money 2.58e9 USD exact|vertiv|revenue}} in sales."),
    ("fr", "D'après le cabinet [[TrendForce|trendforce organization]], [[Micron|micron organization]] détenait {{21 %|percent 21 % exact|micron|share}} du marché."),
    ("en", "[[Eaton|eaton organization]] grew. On the [[Nasdaq|nasdaq organization]], its shares fell {{2%|percent 2 % exact|eaton|growth}}."),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text"), QUOTED)
def test_who_only_measures_or_lists_others_owns_nothing(lang: str, text: str) -> None:
    told = claimed(text)
    assert told.told(lang) == told.expected

"""Trade words: what a firm does is translated at the end of its name, and its form is left out."""

from __future__ import annotations

import pytest

from pipeline.extract.named import slug_of
from pipeline.extract.trade_words import trade_of, without_form


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("ヒヨドリ半導体", "hiyodori-semiconductor"),
        ("株式会社ヒヨドリ量子計算", "hiyodori-quantum-compute"),
        ("ノビタキ証券", "nobitaki-securities"),
        ("高原製薬(株)", "takahara-pharma"),
        ("銀行", "ginko"),
    ],
)
def test_a_name_of_a_firm_has_its_trade_in_english(name: str, slug: str) -> None:
    assert slug_of(name) == slug


def test_a_trade_needs_a_name_before_it() -> None:
    assert trade_of("電力") == ("電力", "")
    assert trade_of("北電力") == ("北電力", "")
    assert trade_of("東北電力") == ("東北", "electric")


def test_a_form_alone_is_a_name() -> None:
    assert without_form("株式会社") == "株式会社"
    assert without_form("合同会社ホシガラス") == "ホシガラス"

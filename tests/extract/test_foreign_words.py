"""Foreign words: names in katakana as English would spell them, and Japanese ones left alone."""

from __future__ import annotations

import pytest

from pipeline.extract.named import slug_of


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("バスケット・ハーバー", "basket-harbor"),
        ("ヴェルダンティック", "verdantic"),
        ("オリーブ・セキュリティー", "olive-security"),
        ("ファウンドリー・ノート", "foundry-note"),
        ("ノルディック・コンピュート", "nordic-compute"),
        ("クレア・デュヴァル", "claire-duval"),
        ("アルタネクス", "altanex"),
        ("アマツバメ", "amatsubame"),
        ("カワセミ", "kawasemi"),
        ("カモメ・エナジー", "kamome-energy"),
        ("ツチノコ", "tsuchinoko"),
        ("モグラボイス", "mogura-voice"),
        ("ジョナサン・スミス", "jonathan-smith"),
        ("マシュー・プリンス", "matthew-prince"),
        ("カガリ・ロボティクス", "kagari-robotics"),
    ],
)
def test_a_name_in_katakana_has_its_usual_spelling(name: str, slug: str) -> None:
    assert slug_of(name) == slug

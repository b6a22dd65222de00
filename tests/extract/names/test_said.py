"""Names with a version as speech writes them: number words, letters by their names, kana; [what stands there|whom it means]."""

from __future__ import annotations

import re

import pytest

from pipeline.extract.names.linking import Names
from pipeline.extract.names.said import said_forms
from pipeline.extract.tokens import has_japanese, tokenize

_MARK = re.compile(r"\[([^]|]+)\|([a-z0-9-]+)\]")


@pytest.mark.parametrize(
    "text",
    [
        "openai has [o three mini|o3-mini] and [gpt four o|gpt-4o] and [g p t four point five|gpt-4-5]",
        "google said [gemini two point oh flash|gemini-2-0-flash] is older than [gemini two five pro|gemini-2-5-pro]",
        "deepseek has [r one|deepseek-r1] and deepseek has [v three|deepseek-v3]",
        "openai coûte cher dit [chat gépété|chatgpt] et [claude trois virgule sept sonnet|claude-3-7-sonnet] aussi",
        "deepseek a sorti [r un|deepseek-r1] hier",
        "OpenAIの[オースリーミニ|o3-mini]と[ジーピーティーフォーオー|gpt-4o]を比べる",
        "新しいモデル[オースリーミニ|o3-mini]を試す",
        "次[ジーピーティー四点五|gpt-4-5]が出た",
        "グーグルの[ジェミニ二点五プロ|gemini-2-5-pro]と[ジェミニ2.5フラッシュ|gemini-2-5-flash]",
        "[サカナエーアイ|sakana-ai]と[さかなAI|sakana-ai]と[エスケーハイニックス|sk-hynix]",
        "Sam Altman of [Open A.I.|openai] spoke",
    ],
)
def test_a_name_is_known_as_it_is_said(names: Names, text: str) -> None:
    plain, marked = _MARK.sub(r"\1", text), _MARK.findall(text)
    found = [
        (plain[link.start : link.end], link.entity)
        for link in names.find(plain, tokenize(plain) if has_japanese(plain) else [])
    ]
    assert [one for one in found if one in marked] == marked


@pytest.mark.parametrize(
    "text",
    [
        "deepseek said that for one of them and for three years",
        "openai raised gpt four million times",
        "le point est que la poste sert l'équipe de football",
        "so everyone has raised a child and they are free",
        "le mistral soufflera fort à paris",
    ],
)
def test_words_that_only_read_alike_are_no_versions(names: Names, text: str) -> None:
    linked = {link.entity for link in names.find(text, [])}
    assert linked <= {"deepseek", "openai", "gpt"}


def test_forms_of_a_version() -> None:
    assert {"o three mini", "o trois mini", "オースリーミニ"} <= set(said_forms("o3-mini"))
    assert {"grok three", "グロックスリー", "グロック三"} <= set(said_forms("Grok 3", ("グロック",)))
    assert list(said_forms("Claude Sonnet")) == []

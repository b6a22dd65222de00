"""Versions: the whole name of a model is one mention, also where the catalogue does not hold the version."""

from __future__ import annotations

import pytest

from pipeline.extract.names.linking import Names
from pipeline.extract.tokens import has_japanese, tokenize


@pytest.mark.parametrize(
    ("text", "surface", "family"),
    [
        ("OpenAI shipped GPT-4.7 today", "GPT-4.7", "gpt"),
        ("OpenAI shipped GPT-9.1 Pro Preview today", "GPT-9.1 Pro Preview", "gpt"),
        ("Google's Gemini 2.7 Ultra Lite is out", "Gemini 2.7 Ultra Lite", "gemini"),
        ("Anthropic's Claude Opus 6 is out", "Claude Opus 6", "claude-opus"),
        ("Anthropic's Claude 9.2 is out", "Claude 9.2", "claude"),
        ("Meta's Llama 7 70B Instruct is out", "Llama 7 70B Instruct", "llama"),
        ("Alibaba's Qwen9-Coder-480B-A35B is out", "Qwen9-Coder-480B-A35B", "qwen"),
        ("Mistral AI's Mistral Large 8 is out", "Mistral Large 8", "mistral-large"),
        ("DeepSeek V9 is out", "DeepSeek V9", "deepseek"),
        ("xAI's Grok 9 Fast is out", "Grok 9 Fast", "grok"),
        ("アンソロピックのクロード4.8は速い", "クロード4.8", "claude"),
        ("グーグルのジェミニ7フラッシュは速い", "ジェミニ7フラッシュ", "gemini"),
        ("ソフトバンクのSarashina9.5は速い", "Sarashina9.5", "sarashina"),
    ],
)
def test_an_unknown_version_is_its_family(names: Names, text: str, surface: str, family: str) -> None:
    links = names.find(text, tokenize(text) if has_japanese(text) else [])
    assert (surface, family) in [(text[link.start : link.end], link.entity) for link in links]


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("OpenAI says ChatGPT 3 million users", "ChatGPT"),
        ("Anthropic's Claude 10% cheaper", "Claude"),
        ("グーグルのジェミニ3億人が使う", "ジェミニ"),
        ("Nvidia sold H100s and B200s", "H100"),
        ("OpenAI's GPT-4 has users", "GPT-4"),
    ],
)
def test_what_is_counted_is_no_version(names: Names, text: str, surface: str) -> None:
    links = names.find(text, tokenize(text) if has_japanese(text) else [])
    assert surface in [text[link.start : link.end] for link in links]

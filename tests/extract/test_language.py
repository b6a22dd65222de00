"""Language: what a text is written in, told by itself."""

from __future__ import annotations

import pytest

from pipeline.extract.language import detect


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("ソフトバンクは出資を発表した。", "ja"),
        ("OpenAIのChatGPTをNVIDIA H100 GPUで学習", "ja"),
        ("OpenAI raises forty billion dollars in a new round", "en"),
        ("Mistral AI lève six cents millions d'euros auprès de ses investisseurs", "fr"),
        ("Das Unternehmen investiert fünf Milliarden in neue Rechenzentren", "de"),
        ("阿里巴巴集团发布了新的大型语言模型", "zh"),
        ("", "en"),
        ("12345 !!", "en"),
    ],
)
def test_the_language_of_a_text(text: str, lang: str) -> None:
    assert detect(text) == lang

"""A folder of documents for recovery tests: the same seed gives the same texts, with names, figures and alerts."""

from __future__ import annotations

import random
from pathlib import Path

_WHO = (
    "OpenAI",
    "DeepSeek",
    "Anthropic",
    "マイクロソフト",
    "ソフトバンク",
    "エヌビディア",
    "Mistral AI",
    "グーグル",
)
_WHAT = (
    "{amount}億ドルを調達した",
    "GPUを{amount}台購入した",
    "{amount}億円を投資する計画だ",
    "利用者が{amount}万人を超えた",
)
_ASIDE = (
    "Stargateの建設が進む。",
    "市場は静かだった。",
    "DeepSeekの論文が話題になった。",
    "専門家は慎重だ。",
)


def write_documents(folder: Path, count: int, seed: int = 7) -> None:
    """Writes `count` small Japanese texts into the folder."""
    choose = random.Random(seed)
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        lines = [f"第{number}報"]
        for _ in range(choose.randint(3, 12)):
            what = choose.choice(_WHAT).format(amount=choose.randint(1, 900))
            lines.append(f"{choose.choice(_WHO)}は{what}。{choose.choice(_ASIDE)}")
        (folder / f"{number:04}.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")

"""The picture of the method: `python docs/extraction_picture.py` reads a small made-up text and draws what each step finds."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from datetime import date
from html import escape
from pathlib import Path
from typing import Any, NamedTuple

from pipeline.extract.extractor import build_pipeline

TARGET = Path("docs/extraction.svg")
TEXT = "ソフトバンクグループは、来年OpenAIに最大300億ドルを投資する計画だと明らかにした。新興企業ミナトロボティクスの従業員は約40人だという。"
MEANING = (
    "SoftBank Group has said that it plans to invest up to $30 billion in OpenAI next year.",
    "The start-up Minato Robotics is said to have about 40 employees.",
)
PUBLISHED = date(2026, 11, 6)

WIDTH, MARGIN, LEFT = 1080, 28, 330
"""Pixels: of the picture, around it, and where what was found begins."""
SIZE, LINE, GAP = 14, 30, 8
"""Of the letters, of a row of chips, between chips and steps."""
STYLE = """
    .paper { fill: #fcfcfa; stroke: #d5d5cf }  .way { stroke: #b9b9b2 }  .dot { fill: #6c6c66 }
    text { font: 14px "DejaVu Sans Mono", "Noto Sans Mono CJK JP", monospace; fill: #24292f }
    .step { font: bold 16px sans-serif }  .told { font: 13px sans-serif; fill: #5c6068 }
    .plain { fill: #ececE6 }  .name { fill: #cfe3fb }  .amount { fill: #fde3bf }  .new { fill: #d3efd2 }
    @media (prefers-color-scheme: dark) {
      .paper { fill: #1b1e23; stroke: #3a3f47 }  .way { stroke: #555b64 }  .dot { fill: #a4abb5 }
      text { fill: #e6e8eb }  .told { fill: #a4abb5 }
      .plain { fill: #2c313a }  .name { fill: #1f426b }  .amount { fill: #66450f }  .new { fill: #23532a }
    }"""
"""Dark on light; where the reader prefers it, paper and letters turn together."""


class Step(NamedTuple):
    """A component, what it does in a few words, and what it found; its look is a class of STYLE."""

    name: str
    told: Sequence[str]
    look: str
    found: Sequence[str]


def steps(doc: Any) -> list[Step]:
    """The way of the text that this Doc has gone."""
    kept, text = doc._, doc.text
    nouns = [word for word in kept.words if word.pos[0] == "名詞"]
    ends = kept.sentences.ends
    amounts = [text[one.start : one.end] for one in kept.amounts]
    return [
        Step(
            "tokenizer",
            ("the longest words of Sudachi; in English", "and French what stands between spaces"),
            "plain",
            [word.text for word in doc],
        ),
        Step("language", ("told by the source, or detected",), "plain", [kept.language]),
        Step(
            "words",
            ("what Sudachi knows of each: here the nouns",),
            "plain",
            [f"{word.surface} {'・'.join(word.pos[1:3]).replace('・*', '')}" for word in nouns],
        ),
        Step(
            "sentences",
            ("where they end",),
            "plain",
            [
                f"{start}–{end} {text[start : start + 10]}…"
                for start, end in zip([0, *ends[:-1]], ends, strict=True)
            ],
        ),
        Step(
            "names",
            ("all aliases of the catalogue at once, then", "short names and misheard ones"),
            "name",
            [f"{text[one.start : one.end]} = {one.entity}" for one in kept.links],
        ),
        Step(
            "amounts",
            ("number, unit and bound, by a grammar",),
            "amount",
            [f"{said} = {_amount(one)}" for said, one in zip(amounts, kept.amounts, strict=True)],
        ),
        Step(
            "candidates",
            ("names that no catalogue has, by what", "stands around and inside them"),
            "new",
            [f"{one.name}: {one.type}" for one in kept.candidates],
        ),
        Step(
            "claims",
            ("whose each amount is, what it measures",),
            "amount",
            [
                f"{said}: {one.metric}, {one.subject or 'of nobody named'}"
                for said, one in zip(amounts, kept.claims, strict=True)
            ],
        ),
        Step(
            "contexts",
            ("the time it is about, how it is said, by whom",),
            "amount",
            [f"{said}: {_context(one)}" for said, one in zip(amounts, kept.contexts, strict=True)],
        ),
        Step(
            "records",
            ("what goes to the tables, each with its place,", "its sentence and why it was found"),
            "plain",
            [f"{len(kept.mentions)} mentions", f"{len(kept.figures)} figures"],
        ),
    ]


def _amount(one: Any) -> str:
    low, high = (None if end is None else f"{end:,f}" for end in (one.low, one.high))
    value = (
        low
        if low == high
        else f"≥ {low}"
        if high is None
        else f"≤ {high}"
        if low is None
        else f"{low}–{high}"
    )
    return f"{one.kind}, {value} {one.unit}, {one.bound}"


def _context(one: Any) -> str:
    period = "–".join(dict.fromkeys(one.period)) if one.period else ""
    return ", ".join(filter(None, (period, one.modality, one.speaker and f"says {one.speaker}")))


def drawn(text: str, meaning: Sequence[str], way: Sequence[Step]) -> str:
    """The picture."""
    parts: list[str] = []
    y = MARGIN + 10
    for line in _broken(text, WIDTH - 2 * MARGIN):
        parts.append(_text(MARGIN, y, line, ""))
        y += 22
    for line in meaning:
        parts.append(_text(MARGIN, y, line, "told"))
        y += 18
    y += GAP
    first = last = y + SIZE
    for step in way:
        chips, height = _chips(step, y)
        parts += [f'<circle class="dot" cx="{MARGIN + 5}" cy="{y + SIZE}" r="5"/>']
        parts += [_text(MARGIN + 22, y + SIZE + 5, step.name, "step")]
        parts += [
            _text(MARGIN + 22, y + SIZE + 24 + 17 * row, told, "told") for row, told in enumerate(step.told)
        ]
        parts += chips
        last = y + SIZE
        y += max(height, SIZE + 24 + 17 * (len(step.told) - 1)) + 2 * GAP
    way_line = f'<path class="way" stroke-width="2" d="M{MARGIN + 5} {first}V{last}"/>'
    return "\n".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {y + MARGIN}" role="img">',
            "<title>What each step of the extraction finds in a small made-up text</title>",
            f"<style>{STYLE}\n</style>",
            f'<rect class="paper" x="1" y="1" width="{WIDTH - 2}" height="{y + MARGIN - 2}" rx="10"/>',
            way_line,
            *parts,
            "</svg>\n",
        )
    )


def _chips(step: Step, top: int) -> tuple[list[str], int]:
    """What the step found, in rows, and how high they stand together."""
    parts: list[str] = []
    x, y = LEFT, top
    for said in step.found:
        width = _width(said)
        if x > LEFT and x + width + 2 * GAP > WIDTH - MARGIN:
            x, y = LEFT, y + LINE
        parts.append(
            f'<rect class="{step.look}" x="{x}" y="{y}" width="{width + 2 * GAP}" height="26" rx="6"/>'
        )
        parts.append(_text(x + GAP, y + 18, said, "", width))
        x += width + 3 * GAP
    return parts, y + LINE - top


def _text(x: int, y: int, said: str, look: str, width: int | None = None) -> str:
    fitted = "" if width is None else f' textLength="{width}" lengthAdjust="spacingAndGlyphs"'
    return f'<text class="{look}" x="{x}" y="{y}"{fitted}>{escape(said)}</text>'


def _width(said: str) -> int:
    """Pixels of these letters, whatever the font: it is fitted to them."""
    return round(sum(SIZE if unicodedata.east_asian_width(sign) in "WF" else 0.6 * SIZE for sign in said))


def _broken(text: str, width: int) -> Iterator[str]:
    """Lines of at most this width."""
    line = ""
    for sign in text:
        if _width(line + sign) > width:
            yield line
            line = ""
        line += sign
    yield line


def main() -> None:
    nlp = build_pipeline(Path("seeds/catalogue"))
    doc = nlp.make_doc(TEXT)
    doc._.published = PUBLISHED
    TARGET.write_text(drawn(TEXT, MEANING, steps(nlp(doc))), encoding="utf-8")


if __name__ == "__main__":
    main()

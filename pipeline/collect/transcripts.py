"""Transcripts and other plain texts: .txt and Markdown in, with the front matter in their head."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pipeline.collect.found import Found
from pipeline.collect.front_matter import apply, split_head
from pipeline.collect.html_text import fold, html_to_text

if TYPE_CHECKING:
    from markdown_it.token import Token

_APART = ("paragraph_close", "heading_close", "blockquote_close", "bullet_list_close", "ordered_list_close",
          "table_close")  # fmt: skip


def read_text(text: str, name: str, *, markdown: bool) -> Found:
    """A text whose lines end in \\n; `name` is what errors call it. Raises Rejected for bad front matter."""
    head, body = split_head(text, name)
    title, body = markdown_to_text(body) if markdown else ("", body)
    found = Found(text=body, kind="transcript", title=title)
    return apply(head, name, found) if head is not None else found


def markdown_to_text(markdown: str) -> tuple[str, str]:
    """The first heading ("" if there is none) and the text of a CommonMark document with tables.

    One line a block or table row, a blank line between blocks but not inside lists. Links give their text, code
    stays, images go.
    """
    from markdown_it import MarkdownIt

    title, pieces, before = "", [""], ""
    for token in MarkdownIt("commonmark").enable("table").parse(markdown):
        if token.type == "inline":
            text = _inline(token.children or [])
            title = title or (fold(text) if before == "heading_open" else "")
            pieces.append(text + (" " if before in ("th_open", "td_open") else "\n"))
        elif token.type in ("fence", "code_block"):
            pieces.append(f"{token.content}\n")
        elif token.type == "html_block":
            pieces.append(f"{html_to_text(token.content)}\n\n")
        elif token.type == "tr_close" or (token.type in _APART and token.level == 0):
            pieces.append("\n")
        before = token.type
    return title, "".join(pieces).strip()


def _inline(tokens: Sequence[Token]) -> str:
    lines = [""]
    for token in tokens:
        if token.type in ("text", "code_inline"):
            lines[-1] += token.content
        elif token.type == "softbreak":
            lines[-1] += "\n"  # folded below, as a browser would show it
        elif token.type == "hardbreak" or (
            token.type == "html_inline" and token.content.lower().startswith("<br")
        ):
            lines.append("")
    return "\n".join(fold(line) for line in lines)

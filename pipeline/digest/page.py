"""A digest as a page: a digest in, one HTML file out that needs nothing but itself, on a phone and in the dark too."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import tzinfo
from html import escape

from pipeline.digest.outline import Point, outline
from pipeline.digest.parts import Cited, Digest

SHEET = """
:root { color-scheme: light dark; --ink: #1c1e21; --paper: #fdfcf9; --faint: #6a665d; --line: #d9d5cb; --mark: #b3261e; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6e3dc; --paper: #17181a; --faint: #a09c93; --line: #3a3b3e; --mark: #ff8a80; }
}
body { margin: 0 auto; max-width: 44rem; padding: 1.5rem 1rem 4rem; background: var(--paper); color: var(--ink);
  font: 16px/1.55 system-ui, "Hiragino Sans", "Noto Sans CJK JP", sans-serif; overflow-wrap: break-word; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 1rem; text-wrap: balance; }
h2 { font-size: 1.1rem; margin: 2.2rem 0 .4rem; padding-bottom: .3rem; border-bottom: 2px solid var(--mark); }
header p { margin: .3rem 0; } header p:first-of-type, .more, cite { color: var(--faint); }
ul { margin: 0; padding: 0; list-style: none; }
li { padding: .7rem 0; border-bottom: 1px solid var(--line); }
li li { padding: .6rem 0 0 .9rem; border: 0; }
q { display: block; margin: .2rem 0; quotes: "“" "”"; }
q:lang(ja) { quotes: "「" "」"; } q:lang(fr) { quotes: "« " " »"; }
cite { display: block; font-size: .875rem; font-style: normal; }
a { color: inherit; text-underline-offset: .15em; }
time { white-space: nowrap; }
"""


def as_page(digest: Digest) -> str:
    """The same digest is the same page, to the byte."""
    return "\n".join(_lines(digest)) + "\n"


def _lines(digest: Digest) -> Iterator[str]:
    whole = outline(digest)
    title = escape(whole.title)
    yield "<!doctype html>"
    yield '<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
    yield '<meta name="referrer" content="no-referrer">'
    yield f"<title>{title}</title><style>{SHEET}</style></head>"
    yield f"<body><header><h1>{title}</h1>"
    yield from (f"<p>{escape(line)}</p>" for line in whole.lead)
    yield "</header><main>"
    for section in whole.sections:
        yield f"<section><h2>{escape(section.heading)}</h2>"
        yield from _list(section.points, whole.until.tzinfo)
        if section.more:
            yield f'<p class="more">{escape(section.more)}</p>'
        yield "</section>"
    yield "</main></body></html>"


def _list(points: tuple[Point, ...], zone: tzinfo | None) -> Iterator[str]:
    yield "<ul>"
    for point in points:
        words = [f"<b>{escape(point.head)}</b>"] if point.head else []
        words += [escape(point.text)] if point.text else []
        yield f"<li>{' '.join(words)}"
        if point.cited:
            if point.sentence and point.sentence != point.cited.title:
                yield f"<q{_lang(point.cited)}>{escape(point.sentence)}</q>"
            yield _cited(point.cited, zone)
        if point.within:
            yield from _list(point.within, zone)
        yield "</li>"
    yield "</ul>"


def _cited(cited: Cited, zone: tzinfo | None) -> str:
    title = f"<span{_lang(cited)}>{escape(cited.title)}</span>" if cited.title else "untitled"
    named = f'<a href="{escape(cited.url)}" rel="noreferrer">{title}</a>' if cited.url else title
    day = f"{cited.said_at.astimezone(zone):%Y-%m-%d}"
    return f'<cite>{named}, {escape(cited.source)}, <time datetime="{day}">{day}</time></cite>'


def _lang(cited: Cited) -> str:
    return f' lang="{escape(cited.lang)}"'

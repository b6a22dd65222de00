"""Broken feeds: a number in, a feed of our own that is broken in ways which the number draws out.

    python -m tests.collect.broken_feeds 20000 [FIRST]    draws so many and prints each that is not as promised

What is promised: reading ends, soon and without an exception; each entry whose bytes were left alone is in a document, or
the feed is a dead letter, or a line says how many entries are lost.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Callable
from dataclasses import dataclass
from time import perf_counter
from xml.sax.saxutils import escape

from pipeline.collect.found import Original
from pipeline.collect.sources import Source
from pipeline.collect.visit import Visit, items_of
from pipeline.records import DeadLetter, Document

LIMIT = 2_000_000
SLOW = 5.0
"""Seconds that none may take."""

_WORDS = {
    lang: words.split()
    for lang, words in (
        ("ja", "ソフトバンク は 5億ドル を 出資 した 人工知能 の 開発 企業 評価額 三千億 発表 東京 市場"),
        (
            "en",
            "OpenAI raised $40 billion from SoftBank & others <b>today</b>, said “Sam” Altman – a 50% rise",
        ),
        ("fr", "Mistral lève 600 M€ « à Paris » l’été où ça coûte cher & l’État élève"),
    )
}
_ENCODINGS = {
    "ja": ("utf-8", "utf-8", "cp932", "euc_jp", "iso2022_jp", "utf-16"),
    "en": ("utf-8", "utf-8", "cp1252", "utf-16"),
    "fr": ("utf-8", "utf-8", "cp1252", "utf-16"),
}
_LABELS = ("UTF-8", "UTF-8", "Shift_JIS", "EUC-JP", "ISO-8859-1", "utf-16", "x-nonsense", "")
_DATES = ("Mon, 03 Feb 2025 10:00:00 GMT", "2025-02-03T10:00:00+09:00", "2025年2月3日", "3 février 2025", "soon", "", "9999-99-99",
          "Sat, 01 Jan 2101 00:00:00 GMT")  # fmt: skip


@dataclass(frozen=True)
class Broken:
    """data: the feed. intact: marks of the entries whose bytes are as they were."""

    data: bytes
    intact: list[str]
    how: list[str]
    content_type: str


def draw(number: int) -> Broken:
    """The feed of this number, the same for ever."""
    chance = random.Random(number)
    lang = chance.choice(sorted(_WORDS))
    marks = [f"zq{number}x{at}zq" for at in range(chance.randint(1, 6))]
    form = chance.choice([_rss, _rss, _rdf, _atom, _old_atom, _netscape, _json])
    head, entries, tail = form(chance, lang, marks)
    encoding = chance.choice(_ENCODINGS[lang])
    label = chance.choice(_LABELS) if form is not _json else ""
    declaration = f'<?xml version="1.0" encoding="{label}"?>\n' if label else ""
    data = f"{declaration}{head}{''.join(entries)}{tail}".encode(encoding, "ignore")
    how: list[str] = []
    for break_it in chance.choices(_BREAKS, k=chance.choice((0, 1, 1, 2, 3, 5))):
        data = break_it(chance, data)
        how.append(break_it.__name__)
    left = data.decode(encoding, "replace")
    if (
        encoding == "utf-16" and head[:10] not in left
    ):  # an odd byte has moved all behind it: no one can read both halves
        left = ""
    written = [entry.encode(encoding, "ignore").decode(encoding) for entry in entries]
    intact = [
        mark for mark, one in zip(marks, written, strict=True) if one in left and not _hidden(left, one)
    ]
    content_type = chance.choice(
        ("", "application/rss+xml", "text/html; charset=ISO-8859-1", "text/xml; charset=utf-8")
    )
    return Broken(data, intact, how, content_type)


def _hidden(text: str, entry: str) -> bool:
    """Whether it stands in a comment: then it is no entry."""
    at = text.index(entry)
    return text.rfind("<!--", 0, at) > text.rfind("-->", 0, at)


def broken_promise(broken: Broken) -> str:
    """What is not as promised; "" where all is."""
    source = Source("src", "https://a.example/feed", "feed")
    visit = Visit(source)
    original = Original(source, "https://a.example/feed", broken.data, len(broken.data), url="https://a.example/feed", content_type=broken.content_type)  # fmt: skip
    began = perf_counter()
    items = list(items_of(visit, original, LIMIT))
    if (seconds := perf_counter() - began) > SLOW:
        return f"took {seconds:.1f} s"
    letters = [one for one in items if isinstance(one, DeadLetter)]
    texts = "\n".join(f"{one.title}\n{one.text}" for one in items if isinstance(one, Document))
    if any("report it" in letter.error for letter in letters):
        return f"tripped: {letters[0].error}"
    told = letters or visit.failures or any("a second time" in note for note in visit.notes)
    if not told and (lost := [mark for mark in broken.intact if mark not in texts]):
        return f"lost {', '.join(lost)} in silence"
    return "" if items or visit.failures or not broken.intact else "nothing came out"


def _text(chance: random.Random, lang: str) -> str:
    return " ".join(chance.choices(_WORDS[lang], k=chance.randint(3, 30)))


def _rss(chance: random.Random, lang: str, marks: list[str]) -> tuple[str, list[str], str]:
    entries = []
    for mark in marks:
        parts = [f"<title>{escape(f'{mark} {_text(chance, lang)}')}</title>"]
        if chance.random() < 0.8:
            parts.append(f"<link>https://a.example/{mark}</link>")
        if chance.random() < 0.6:
            parts.append(f"<guid isPermaLink='false'>{mark}</guid>")
        parts.append(f"<pubDate>{chance.choice(_DATES)}</pubDate>")
        body = f"<p>{_text(chance, lang)}</p>"
        parts.append(f"<description>{chance.choice([escape(body), f'<![CDATA[{body}]]>'])}</description>")
        chance.shuffle(parts)
        entries.append(f"<item>{''.join(parts)}</item>\n")
    return (
        f'<rss version="2.0"><channel><title>F</title><language>{lang}</language>\n',
        entries,
        "</channel></rss>",
    )


def _netscape(chance: random.Random, lang: str, marks: list[str]) -> tuple[str, list[str], str]:
    head, entries, tail = _rss(chance, lang, marks)
    doctype = (
        '<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://x.example/rss-0.91.dtd">'
    )
    return doctype + head.replace("2.0", "0.91"), entries, tail


def _rdf(chance: random.Random, lang: str, marks: list[str]) -> tuple[str, list[str], str]:
    head = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
    xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://a.example"><title>F</title></channel>"""
    entries = [
        f"<item rdf:about='https://a.example/{mark}'><title>{mark}</title><link>https://a.example/{mark}</link>"
        f"<description>{escape(_text(chance, lang))}</description><dc:date>{chance.choice(_DATES)}</dc:date></item>"
        for mark in marks
    ]
    return head, entries, "</rdf:RDF>"


def _atom(chance: random.Random, lang: str, marks: list[str]) -> tuple[str, list[str], str]:
    prefix = chance.choice(["", "", "a:"])
    space = f"xmlns:{prefix[:-1]}" if prefix else "xmlns"
    entries = [
        f"<{prefix}entry><{prefix}title type='text'>{mark} {escape(_text(chance, lang))}</{prefix}title><{prefix}id>tag:{mark}</{prefix}id>"
        f"<{prefix}link href='/{mark}'/><{prefix}updated>{chance.choice(_DATES)}</{prefix}updated>"
        f"<{prefix}content type='html'>{escape(_text(chance, lang))}</{prefix}content></{prefix}entry>\n"
        for mark in marks
    ]
    return (
        f'<{prefix}feed {space}="http://www.w3.org/2005/Atom" xml:lang="{lang}">',
        entries,
        f"</{prefix}feed>",
    )


def _old_atom(chance: random.Random, lang: str, marks: list[str]) -> tuple[str, list[str], str]:
    entries = [
        f"<entry><title>{mark}</title><summary mode='escaped'>{escape(_text(chance, lang))}</summary></entry>"
        for mark in marks
    ]
    return '<feed version="0.3" xmlns="http://purl.org/atom/ns#">', entries, "</feed>"


def _json(chance: random.Random, lang: str, marks: list[str]) -> tuple[str, list[str], str]:
    entries = [
        json.dumps(
            {
                "id": mark,
                "title": mark,
                "content_html": _text(chance, lang),
                "date_published": chance.choice(_DATES),
            }
        )
        for mark in marks
    ]
    commas = [entry + "," for entry in entries[:-1]] + entries[-1:]
    return '{"version": "https://jsonfeed.org/version/1.1", "title": "F", "items": [', commas, "]}"


def _at(chance: random.Random, data: bytes) -> int:
    return chance.randint(0, len(data))


def _cut(chance: random.Random, data: bytes) -> bytes:
    return data[: _at(chance, data)]


def _lose_the_head(chance: random.Random, data: bytes) -> bytes:
    return data[chance.randint(0, min(200, len(data))) :]


def _delete(chance: random.Random, data: bytes) -> bytes:
    at = _at(chance, data)
    return data[:at] + data[at + chance.randint(1, 80) :]


def _double(chance: random.Random, data: bytes) -> bytes:
    at = _at(chance, data)
    end = at + chance.randint(1, 400)
    return data[:end] + data[at:]


def _noise(chance: random.Random, data: bytes) -> bytes:
    at = _at(chance, data)
    return data[:at] + chance.randbytes(chance.randint(1, 20)) + data[at:]


def _flip(chance: random.Random, data: bytes) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.randint(1, 10)):
        if changed:
            changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


_SPANNERS = (b"<", b">", b"&", b"\0", b"]]>", b"<![CDATA[", b"<!--", b"-->", b"</item>", b"<item>", b"</entry>", b"<entry>", b"</channel>",
             b"<?", b"&nbsp;", b"&bogus;", b"&#0;", b"&#xffffffff;", b"&#55296;", b"<br>", b"<p>", b"</b>", b"<script>", b"<a href='",
             b"\x1b$B", b"\xff\xfe", b"\xef\xbb\xbf", b"\xe3\x81", b"\r", b"\x0b", b"<title>", b"</title>", b"xmlns:x='", b"<x:y>",
             b"<!DOCTYPE x [<!ENTITY a 'b'>]>", b"</rss>", b"<rss>", b'"', b"'", b"<item/>", b"<textarea>", b"<plaintext>")  # fmt: skip


def _spanner(chance: random.Random, data: bytes) -> bytes:
    at = _at(chance, data)
    return data[:at] + chance.choice(_SPANNERS) + data[at:]


def _lose_a_tag(chance: random.Random, data: bytes) -> bytes:
    tags = [at for at in range(len(data)) if data[at] == 0x3C]
    if not tags:
        return data
    at = chance.choice(tags)
    end = data.find(b">", at)
    return data[:at] + data[end + 1 :]


def _swap(chance: random.Random, data: bytes) -> bytes:
    one, two, three = sorted(_at(chance, data) for _ in range(3))
    return data[:one] + data[two:three] + data[one:two] + data[three:]


def _unescape(_: random.Random, data: bytes) -> bytes:
    return data.replace(b"&amp;", b"&").replace(b"&lt;", b"<", 3)


def _shout(_: random.Random, data: bytes) -> bytes:
    return data.replace(b"item>", b"ITEM>").replace(b"title>", b"TITLE>")


def _bomb(_: random.Random, data: bytes) -> bytes:
    laughs = b"".join(b"<!ENTITY l%d '%s'>" % (at, b"&l%d;" % (at - 1) * 10) for at in range(1, 10))
    bomb = b"<!DOCTYPE rss [<!ENTITY l0 'ha'>" + laughs + b"<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"
    start = data.find(b"?>") + 2 if data.startswith(b"<?xml") else 0
    return data[:start] + bomb + data[start:].replace(b"<title>", b"<title>&l9;&x;", 3)


def _around(chance: random.Random, data: bytes) -> bytes:
    before = chance.choice(
        [b"\n\n", b"\xef\xbb\xbf", b"Warning: x on line 3\n", b"<!-- x -->", b"<html><body>", b" " * 5000]
    )
    return (
        before + data + chance.choice([b"", b"<script>x()</script>", b"</html>", b"\0\0\0", b"junk & < junk"])
    )


def _nest(chance: random.Random, data: bytes) -> bytes:
    at = _at(chance, data)
    return data[:at] + b"<div>" * chance.choice((10, 400, 3000)) + data[at:]


_BREAKS: tuple[Callable[[random.Random, bytes], bytes], ...] = (
    _cut, _lose_the_head, _delete, _double, _noise, _flip, _spanner, _spanner, _spanner, _lose_a_tag, _lose_a_tag, _swap, _unescape,
    _shout, _bomb, _around, _nest,
)  # fmt: skip


def main(count: int, first: int = 0) -> int:
    """Draws `count` feeds and says what is not as promised of each; returns how many are not."""
    wrong = 0
    slowest = 0.0
    for number in range(first, first + count):
        broken = draw(number)
        began = perf_counter()
        if said := broken_promise(broken):
            wrong += 1
            print(number, broken.how, said)  # noqa: T201 — a program for a terminal
        slowest = max(slowest, perf_counter() - began)
    print(f"{count} feeds, {wrong} not as promised, the slowest took {slowest:.2f} s")  # noqa: T201
    return wrong


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])) > 0)

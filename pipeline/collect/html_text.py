"""HTML to text: a fragment in, its visible text out, one line a block."""

from __future__ import annotations

import re

HIDDEN = (
    "script",
    "style",
    "noscript",
    "template",
    "iframe",
    "object",
    "svg",
    "math",
    "head",
    "form",
    "button",
    "select",
)
CELLS = ("td", "th")
BLOCKS = (
    "address", "article", "aside", "blockquote", "caption", "center", "dd", "details", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol",
    "p", "pre", "section", "summary", "table", "tr", "ul",
)  # fmt: skip
_BREAK = "\uf8fd"  # stands for a line's end while white space is folded: private use, nobody's text
_WIDE = r"[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]"
_WIDE_BREAK = re.compile(rf"(?<={_WIDE})[ \t]*\n\s*(?={_WIDE})")
_SPACE = re.compile(r"[ \t\r\n\f]+")


def html_to_text(html: str) -> str:
    """The text of an HTML fragment or page, "" where it shows none."""
    import lxml.html
    from lxml import etree

    html = html.replace(_BREAK, " ")
    if "<" not in html and "&" not in html:
        return fold(html)
    try:
        root = lxml.html.fragment_fromstring(html, create_parent="div")
    except etree.ParserError:  # nothing but comments or white space
        return ""
    etree.strip_elements(root, *HIDDEN, etree.Comment, etree.ProcessingInstruction, with_tail=False)
    for element in root.iter(*BLOCKS):
        element.text = _BREAK + (element.text or "")
        element.tail = _BREAK + (element.tail or "")
    for element in root.iter("br"):
        element.tail = _BREAK + (element.tail or "")
    for element in root.iter(*CELLS):
        element.tail = " " + (element.tail or "")
    lines = (fold(line) for line in "".join(root.itertext()).split(_BREAK))
    return "\n".join(line for line in lines if line)


def fold(text: str) -> str:
    """One line: white space becomes one space, and none where a line breaks between Japanese characters."""
    return _SPACE.sub(" ", join_wide(text)).strip()


def join_wide(text: str) -> str:
    """Without the line breaks between Japanese characters, where an editor's line ended and no word did."""
    return _WIDE_BREAK.sub("", text)

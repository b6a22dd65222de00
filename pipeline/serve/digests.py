"""The digests: the folder that they are written into in, each as a page under /digests/ and a list of them out."""

from __future__ import annotations

import re
from html import escape, unescape
from pathlib import Path
from urllib.parse import quote

from fastapi import APIRouter
from starlette.responses import Response

from pipeline.serve.site import simple_page, site_router

PLACE = "digests"
"""Where they stand among the pages."""
NONE_YET = (
    "No digest yet\nAirflow writes one every morning, and so does <code>kikimimi digest --to</code> whenever you like;"
    " then load this page again."
)
BEGINNING = 2_000
"""Bytes of a page in which its title stands."""
_TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)


def digests_router(folder: Path) -> APIRouter:
    """The digests of this folder, which come while the tracker runs."""
    return site_router(PLACE, folder, lambda: _list(folder), NONE_YET)


def _list(folder: Path) -> Response | None:
    """A page that links them all, the newest first; None where there is none."""
    shown = (
        one
        for one in folder.glob("*.html")
        if one.is_file() and one.name[0] != "." and one.name.isprintable()
    )
    files = sorted(shown, reverse=True)
    lines = "\n".join(f'<li><a href="{quote(file.name)}">{escape(_title(file))}</a></li>' for file in files)
    return simple_page("Digests", f"<ul>\n{lines}\n</ul>") if files else None


def _title(file: Path) -> str:
    """What the digest is called; the name of its file where it does not say."""
    try:
        with file.open("rb") as opened:
            found = _TITLE.search(opened.read(BEGINNING).decode("utf-8", "replace"))
    except OSError:  # it has gone meanwhile
        found = None
    return unescape(found[1]).strip() if found else file.stem

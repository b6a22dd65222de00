"""A site: a folder of files in, a way to show them as pages out; the folder may come, change and go meanwhile.

Its pages may do only what they bring along: nothing is fetched from elsewhere, nothing is sent. A file is read in one go
from what it is right then, so that an answer is whole also while the site is built anew.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

INDEX = "index.html"
TYPES = {
    ".css": "text/css",
    ".csv": "text/csv",
    ".gif": "image/gif",
    ".htm": "text/html",
    ".html": "text/html",
    ".ico": "image/x-icon",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".js": "text/javascript",
    ".json": "application/json",
    ".map": "application/json",
    ".md": "text/plain",
    ".mjs": "text/javascript",
    ".otf": "font/otf",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".ttf": "font/ttf",
    ".txt": "text/plain",
    ".webp": "image/webp",
    ".woff": "font/woff",
    ".woff2": "font/woff2",
}
"""By the end of a file's name; of our own, since what Python guesses is each machine's own. Text is UTF-8."""
HEADERS = {
    "cache-control": "no-cache",
    "content-security-policy": (
        "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
}
_PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{title} · Kikimimi</title>
<style>:root {{ color-scheme: light dark }}
body {{ font: 1.1em/1.5 system-ui, sans-serif; max-width: 36em; margin: 4em auto; padding: 0 1em }}
li {{ margin: .4em 0 }} ul {{ padding: 0; list-style: none }}</style></head>
<body><h1>{title}</h1>
{words}
</body></html>
"""


def site_router(place: str, folder: Path, front: Callable[[], Response | None], none_yet: str) -> APIRouter:
    """The files of the folder below /place/.

    front: the page of /place/ where the folder has no index of its own, None as long as there is nothing to show.
    none_yet: what is said then: a title, and behind a line's end how to make the site.
    """
    router = APIRouter()

    def page(request: Request) -> Response:
        path = request.path_params["path"]
        try:
            found = _found(place, folder, path)
        except (OSError, ValueError):  # it has gone meanwhile; no path at all
            found = None
        return found or (not path and front()) or _missing()

    def _missing() -> Response:
        if (folder / INDEX).exists() or front():
            return simple_page("No such page", f'<p>See <a href="/{place}/">what there is</a>.</p>', 404)
        title, _, words = none_yet.partition("\n")
        return simple_page(title, f"<p>{words}</p>", 404)

    router.add_route(f"/{place}/{{path:path}}", page, methods=["GET", "HEAD"], include_in_schema=False)
    return router


def simple_page(title: str, words: str, status: int = 200) -> Response:
    """A page of our own. title, words: HTML."""
    return HTMLResponse(_PAGE.format(title=title, words=words), status, headers=HEADERS)


def _found(place: str, folder: Path, path: str) -> Response | None:
    """The file at this path, or the index of the folder that ends with a slash."""
    root = os.path.realpath(folder)
    index = INDEX if not path or path.endswith("/") else ""
    real = os.path.realpath(f"{root}/{path}{index}")  # all links followed
    if os.path.commonpath([root, real]) != root:
        return None
    file = Path(real)
    if (file / INDEX).is_file():  # without its slash the links of the index would lead astray
        return RedirectResponse(f"/{place}/{quote(path)}/", headers=HEADERS)
    if not file.is_file():  # nor is it a pipe, which would have us wait
        return None
    kind = TYPES.get(file.suffix.lower(), "application/octet-stream")
    return Response(file.read_bytes(), media_type=kind, headers=HEADERS)

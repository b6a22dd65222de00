"""The quality site: the folder that `kikimimi validate --docs` fills in, its files as pages under /quality/ out.

Its pages may do only what they bring along: nothing is fetched from elsewhere, nothing is sent. A file is read in one go
from what it is right then, so that an answer is whole also while the site is built anew.
"""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import quote

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

QUALITY = "quality"
"""The folder in KIKIMIMI_DATA, and where it stands among the pages."""
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
_HEADERS = {
    "cache-control": "no-cache",
    "content-security-policy": (
        "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
}
_PAGE = """<!doctype html>
<html lang="en"><meta charset="utf-8"><title>{title} · Kikimimi</title>
<style>body {{ font: 1.1em/1.5 system-ui, sans-serif; max-width: 36em; margin: 4em auto; padding: 0 1em }}</style>
<h1>{title}</h1>
<p>{words}</p>
</html>
"""


def quality_router(folder: Path) -> APIRouter:
    """Pages of this folder, which may come, change and go while the tracker runs."""
    router = APIRouter()

    def page(request: Request) -> Response:
        path = request.path_params["path"]
        try:
            return _found(folder, path) or _missing(folder)
        except (OSError, ValueError):  # it has gone meanwhile; no path at all
            return _missing(folder)

    router.add_route(f"/{QUALITY}/{{path:path}}", page, methods=["GET", "HEAD"], include_in_schema=False)
    return router


def _found(folder: Path, path: str) -> Response | None:
    """The file at this path, or the index of the folder that ends with a slash."""
    root = os.path.realpath(folder)
    index = INDEX if not path or path.endswith("/") else ""
    real = os.path.realpath(f"{root}/{path}{index}")  # all links followed
    if os.path.commonpath([root, real]) != root:
        return None
    file = Path(real)
    if (file / INDEX).is_file():  # without its slash the links of the index would lead astray
        return RedirectResponse(f"/{QUALITY}/{quote(path)}/", headers=_HEADERS)
    if not file.is_file():  # nor is it a pipe, which would have us wait
        return None
    kind = TYPES.get(file.suffix.lower(), "application/octet-stream")
    return Response(file.read_bytes(), media_type=kind, headers=_HEADERS)


def _missing(folder: Path) -> Response:
    if (folder / INDEX).exists():
        title, words = "No such page", f'See <a href="/{QUALITY}/">what there is</a>.'
    else:
        title = "No quality site yet"
        words = "Build it with <code>kikimimi validate --docs</code>, then load this page again."
    return HTMLResponse(_PAGE.format(title=title, words=words), 404, headers=_HEADERS)

"""The digests among the tracker's pages: a list, the newest first, and each as it was written."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from fastapi import FastAPI
from httpx import Response
from starlette.middleware import Middleware

from pipeline.serve.digests import digests_router
from pipeline.serve.guard import Guard
from tests.serve.conftest import Place
from tests.serve.test_app import ask

PAGE = "<!doctype html><html><head><title>Digest of {day}: &lt;b&gt; 聞き耳</title></head><body>{day}</body></html>"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three digests, and a secret beside them."""
    folder = tmp_path / "data" / "digests"
    folder.mkdir(parents=True)
    for day in ("2025-02-03", "2025-02-10", "2024-12-31"):
        (folder / f"{day}.html").write_text(PAGE.format(day=day), encoding="utf-8")
        (folder / f"{day}.md").write_text(f"# Digest of {day} 聞き耳\n", encoding="utf-8")
    (folder.parent / "secret.html").write_text("secret", encoding="utf-8")
    return folder


def pages(folder: Path, token: str = "") -> FastAPI:
    app = FastAPI(middleware=[Middleware(Guard, token=token)])
    app.include_router(digests_router(folder))
    return app


def show(folder: Path, path: str) -> Response:
    return ask(pages(folder), path)


def test_they_are_listed_the_newest_first(folder: Path) -> None:
    page = show(folder, "/digests/")
    assert page.status_code == 200
    assert [line for line in page.text.splitlines() if line.startswith("<li>")] == [
        f'<li><a href="{day}.html">Digest of {day}: &lt;b&gt; 聞き耳</a></li>'
        for day in ("2025-02-10", "2025-02-03", "2024-12-31")
    ]
    assert show(folder, "/digests").headers["location"].endswith("/digests/")


def test_each_is_shown_as_it_was_written(folder: Path) -> None:
    page = show(folder, "/digests/2025-02-10.html")
    assert (page.status_code, page.text) == (200, PAGE.format(day="2025-02-10"))
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert "script-src" not in page.headers["content-security-policy"], "no script at all"
    text = show(folder, "/digests/2025-02-10.md")
    assert (text.text, text.headers["content-type"]) == (
        "# Digest of 2025-02-10 聞き耳\n",
        "text/plain; charset=utf-8",
    )


def test_a_digest_that_comes_is_in_the_list(folder: Path) -> None:
    app = pages(folder)
    assert "2025-02-11" not in ask(app, "/digests/").text
    (folder / "2025-02-11.html").write_text(PAGE.format(day="2025-02-11"), encoding="utf-8")
    assert ask(app, "/digests/").text.index("2025-02-11") < ask(app, "/digests/").text.index("2025-02-10")


def test_without_a_digest_it_says_how_to_make_one(tmp_path: Path) -> None:
    for path in ("/digests/", "/digests/2025-02-10.html"):
        page = show(tmp_path / "none", path)
        assert page.status_code == 404
        assert "<h1>No digest yet</h1>" in page.text
        assert "kikimimi digest --to" in page.text


@pytest.mark.parametrize(
    "path", ["/digests/2020-01-01.html", "/digests/../secret.html", "/digests/%2e%2e/secret.html"]
)
def test_nothing_else_is_shown(folder: Path, path: str) -> None:
    page = show(folder, path)
    assert page.status_code == 404
    assert "secret" not in page.text


def test_what_is_no_digest_is_not_in_the_way(folder: Path) -> None:
    (folder / "no title.html").write_text("<p>nothing", encoding="utf-8")
    (folder / ".2025-02-12.html").write_text("unfinished", encoding="utf-8")
    os.mkfifo(folder / "pipe.html")  # reading it would wait for ever
    (folder / "gone.html").symlink_to(folder / "nowhere")
    (Path(os.fsdecode(os.fsencode(folder) + b"/\xff.html"))).write_text("not UTF-8", encoding="utf-8")
    lines = [line for line in show(folder, "/digests/").text.splitlines() if line.startswith("<li>")]
    assert lines[0] == '<li><a href="no%20title.html">no title</a></li>'
    assert len(lines) == 4


def test_a_token_keeps_them_too(folder: Path) -> None:
    app = pages(folder, "hush")
    for path in ("/digests/", "/digests/2025-02-10.html"):
        assert ask(app, path).status_code == 401
    assert ask(app, "/digests/", authorization="Bearer hush").status_code == 200


def test_the_tracker_serves_them(folder: Path) -> None:
    place = Place(folder.parent)
    with place.serving():
        assert "Digest of 2025-02-10" in place.get("/digests/").text
        assert place.get("/digests/2025-02-10.html").text == PAGE.format(day="2025-02-10")

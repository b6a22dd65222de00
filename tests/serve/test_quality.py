"""The quality site among the tracker's pages: what it shows, to whom, and what it never does."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from fastapi import FastAPI
from httpx import Response
from starlette.middleware import Middleware

from pipeline.serve.guard import Guard
from pipeline.serve.quality import QUALITY, quality_router
from tests.serve.conftest import Place
from tests.serve.test_app import ask

INDEX = "<!doctype html><title>Quality</title>品質"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A site of three files, and a secret beside it."""
    folder = tmp_path / "data" / QUALITY
    (folder / "suites").mkdir(parents=True)
    (folder / "index.html").write_text(INDEX, encoding="utf-8")
    (folder / "suites" / "index.html").write_text("suites", encoding="utf-8")
    (folder / "style.css").write_text("p {}", encoding="utf-8")
    (folder.parent / "sql-token").write_text("secret", encoding="utf-8")
    (folder.parent / "quality-old").mkdir()
    (folder.parent / "quality-old" / "index.html").write_text("secret", encoding="utf-8")
    return folder


def pages(folder: Path, token: str = "") -> FastAPI:
    app = FastAPI(middleware=[Middleware(Guard, token=token)])
    app.include_router(quality_router(folder))
    return app


def show(folder: Path, path: str, method: str = "GET") -> Response:
    return ask(pages(folder), path, method)


def test_the_site_is_shown_with_its_folders_and_types(folder: Path) -> None:
    index = show(folder, "/quality/")
    assert (index.status_code, index.text) == (200, INDEX)
    assert index.headers["content-type"] == "text/html; charset=utf-8"
    assert show(folder, "/quality/index.html").text == INDEX
    assert show(folder, "/quality/suites/").text == "suites"
    assert show(folder, "/quality").headers["location"].endswith("/quality/")
    assert show(folder, "/quality/suites").headers["location"] == "/quality/suites/"
    assert show(folder, "/quality/style.css").headers["content-type"] == "text/css; charset=utf-8"
    head = show(folder, "/quality/style.css", "HEAD")
    assert (head.status_code, head.headers["content-length"]) == (200, "4")
    assert show(folder, "/quality/", "POST").status_code == 405


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.js", "text/javascript; charset=utf-8"),
        ("a.json", "application/json"),
        ("a.SVG", "image/svg+xml"),
        ("a.woff2", "font/woff2"),
        ("a.exe", "application/octet-stream"),
        ("a", "application/octet-stream"),
    ],
)
def test_a_file_is_of_the_type_that_its_name_says(folder: Path, name: str, kind: str) -> None:
    (folder / name).write_bytes(b"x")
    assert show(folder, f"/quality/{name}").headers["content-type"] == kind


@pytest.mark.parametrize(
    "path",
    [
        "/quality/../sql-token",
        "/quality/%2e%2e/sql-token",
        "/quality/suites/..%2f..%2fsql-token",
        "/quality/%2e%2e/quality-old/",
        "/quality/%2e%2e/quality-old",
        "/quality/..%5csql-token",
        "/quality/linked",
        "/quality/outside/sql-token",
        "/quality/outside/quality-old/",
        "/quality//etc/passwd",
        "/quality/%2fetc/passwd",
        "/quality/loop",
        "/quality/pipe",
        "/quality/style.css/",
        "/quality/style.css%00.html",
        "/quality/" + "long" * 100,
        "/quality/nothing",
    ],
)
def test_nothing_but_files_of_the_site_is_shown(folder: Path, path: str) -> None:
    (folder / "linked").symlink_to(folder.parent / "sql-token")
    (folder / "outside").symlink_to(folder.parent)
    (folder / "loop").symlink_to(folder / "loop")
    os.mkfifo(folder / "pipe")
    answer = show(folder, path)
    assert answer.status_code == 404
    assert "secret" not in answer.text


def test_a_file_that_may_not_be_read_is_no_page(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(_: Path) -> bytes:  # as when the site is built anew just then; root may read everything
        raise FileNotFoundError

    monkeypatch.setattr(Path, "read_bytes", gone)
    answer = show(folder, "/quality/style.css")
    assert answer.status_code == 404
    assert "No such page" in answer.text


def test_a_site_that_is_built_anew_is_shown_as_it_is_now(folder: Path) -> None:
    app = pages(folder)
    assert ask(app, "/quality/").text == INDEX
    moved = folder.rename(folder.with_name("moved"))
    answer = ask(app, "/quality/suites/")
    assert answer.status_code == 404
    assert "<h1>No quality site yet</h1>" in answer.text
    assert "kikimimi validate --docs" in answer.text
    (moved / "index.html").write_text("anew", encoding="utf-8")
    folder.symlink_to(moved)  # a builder that puts whole sites in each other's place
    assert ask(app, "/quality/").text == "anew"


def test_its_pages_fetch_nothing_from_elsewhere_and_are_asked_for_anew(folder: Path) -> None:
    for path in ("/quality/", "/quality/style.css", "/quality/suites", "/quality/nothing"):
        headers = show(folder, path).headers
        assert headers["cache-control"] == "no-cache"
        assert headers["x-content-type-options"] == "nosniff"
        rules = dict(rule.strip().split(" ", 1) for rule in headers["content-security-policy"].split(";"))
        assert rules["default-src"] == "'none'"
        assert rules["style-src"] == "'self' 'unsafe-inline'"
        assert "script-src" not in rules, "no script at all"
        assert rules["form-action"] == rules["base-uri"] == rules["frame-ancestors"] == "'none'"
        assert not [word for word in " ".join(rules.values()).split() if "http" in word or "*" in word]


def test_a_token_keeps_the_site_too(folder: Path) -> None:
    app = pages(folder, "hush")
    for path in ("/quality/", "/quality/style.css", "/quality/nothing"):
        assert ask(app, path).status_code == 401
    assert ask(app, "/quality/", authorization="Bearer hush").text == INDEX


def test_the_tracker_serves_it(folder: Path) -> None:
    place = Place(folder.parent)
    with place.serving():
        assert place.get("/quality/").text == INDEX
        assert place.get("/quality/%2e%2e/sql-token").status_code == 404

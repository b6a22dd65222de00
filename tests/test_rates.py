"""`kikimimi rates`: newer exchange rates from a file or an address, and nothing lost where they are none."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from tests.conftest import Fill, Run

NEW = "date,currency,usd\n2026-01-01,JPY,0.007\n"


class Site(BaseHTTPRequestHandler):
    """Has rates at /fx.csv, a page at /page, and nothing else."""

    def do_GET(self) -> None:
        body = {"/fx.csv": NEW, "/page": "<html>no rates</html>"}.get(self.path)
        self.send_response(200 if body else 404)
        self.end_headers()
        self.wfile.write((body or "").encode())

    def log_message(self, *_: object) -> None: ...


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = HTTPServer(("127.0.0.1", 0), Site)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def test_the_seeds_rates_are_shown(kikimimi: Run) -> None:
    done = kikimimi("rates")
    assert done.returncode == 0
    assert "JPY" in done.stdout


def test_newer_rates_are_taken_from_an_address_and_value_the_claims(
    kikimimi: Run, fill: Fill, site: str, tmp_path: Path
) -> None:
    done = kikimimi("rates", "--from", f"{site}/fx.csv")
    assert done.returncode == 0, done.stderr
    assert "0.007" in done.stdout
    (tmp_path / "note.txt").write_text("OpenAI raised 10 billion yen.", encoding="utf-8")
    fill("note.txt")
    assert "70000000" in kikimimi("sql", "SELECT usd::BIGINT AS usd FROM claims", "--format", "csv").stdout


@pytest.mark.parametrize(
    ("origin", "code", "said"),
    [
        ("/page", 2, "/page: no rates stand under its first line"),
        ("/none", 1, "/none answers 404; check the address"),
        ("http://127.0.0.1:9/fx.csv", 1, "cannot be reached"),
        ("ftp://example.org/fx.csv", 2, "is no address"),
        ("nowhere.csv", 2, "nowhere.csv cannot be read"),
    ],
)
def test_what_is_no_rate_changes_nothing(
    kikimimi: Run, site: str, tmp_path: Path, origin: str, code: int, said: str
) -> None:
    assert kikimimi("rates", "--from", f"{site}/fx.csv").returncode == 0
    done = kikimimi("rates", "--from", f"{site}{origin}" if origin.startswith("/") else origin)
    assert (done.returncode, done.stderr.count("\n")) == (code, 1)
    assert said in done.stderr
    assert (tmp_path / "data" / "fx.csv").read_text() == NEW

"""`kikimimi digest`: on the terminal or as files, of the file or of the tracker that holds it."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from rich.console import Console

from pipeline.terminal.digests import show_markdown
from tests.conftest import Fill, Run
from tests.serve.conftest import Place, naming, wait_for


def test_it_tells_what_came_in_as_markdown_where_no_terminal_is(
    kikimimi: Run, fill: Fill, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text("A huge plan\n\nStargate is a data center.", encoding="utf-8")
    fill("a.txt")
    done = kikimimi("digest")
    assert (done.returncode, done.stderr) == (0, "")
    title = done.stdout.splitlines()[0]
    assert title.startswith("# Digest of 20")
    assert title.endswith(": 1 alert, 1 new name")
    assert (
        "- **Stargate** in 1 document of 1 source “Stargate is a data center.” — A huge plan, file, 20"
        in done.stdout
    )
    assert not (tmp_path / "data" / "digests").exists()
    before = kikimimi("digest", "--until", "2025-02-04T07:00+09:00", "--hours", "1", "--to", "out")
    assert (before.returncode, before.stdout) == (0, "out/2025-02-04.md\nout/2025-02-04.html\n")
    shown = (tmp_path / "out" / "2025-02-04.md").read_text(encoding="utf-8")
    assert "From 2025-02-04 06:00 to 2025-02-04 07:00 (UTC+09:00).\n\nNo documents came in." in shown
    assert (tmp_path / "out" / "2025-02-04.html").exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--until", "tomorrow"), "no digest can end at tomorrow; write it as in"),
        (("--hours", "0"), "--hours"),
        ((), "is not there yet; fill it first: kikimimi run"),
    ],
)
def test_a_wrong_call_ends_with_2(kikimimi: Run, words: tuple[str, ...], said: str) -> None:
    done = kikimimi("digest", *words)
    assert done.returncode == 2
    assert said in done.stderr


def test_a_folder_that_cannot_be_written_is_one_line(kikimimi: Run, fill: Fill, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Stargate.", encoding="utf-8")
    fill("a.txt")
    done = kikimimi("digest", "--to", "a.txt")
    assert done.returncode == 2
    (line,) = done.stderr.splitlines()
    assert "cannot be written" in line


def test_the_tracker_is_asked_where_it_holds_the_file(tmp_path: Path) -> None:
    place = Place(tmp_path / "data")
    place.feed(naming("one", "two"))
    with place.serving():
        place.wait_for_rows("documents", 2)
        wait_for(lambda: len(place.published()) == 2, "both alerts are told")
        shown = place.run("digest", "--to", str(tmp_path / "out"))
        text = Path(shown.splitlines()[0]).read_text(encoding="utf-8")
    assert "- **Stargate** 2 alerts" not in text, "an alert a document"
    assert "**Stargate** in 2 documents of 1 source" in text


def test_on_a_terminal_it_is_set_and_its_links_can_be_followed() -> None:
    out = io.StringIO()
    show_markdown(
        Console(file=out, force_terminal=True, width=60),
        "# Digest\n\n- **A** [title](https://example.org/a)\n",
    )
    assert "# Digest" not in out.getvalue()
    assert "**" not in out.getvalue()
    assert "https://example.org/a" in out.getvalue()

"""Local files: what is listed, in which order, and what happens to what may not be read."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.collect.files import list_files, read_bytes
from pipeline.errors import Rejected


def test_a_folder_gives_its_documents_in_order_without_hidden_files_and_sidecars(texts: Path) -> None:
    wanted = [
        "a.txt",
        "b/1.html",
        "b/2.HTM",
        "b/c/3.markdown",
        "c.md",
        "d.atom",
        "e.rss",
        "f.xml",
        "g.vtt",
        "h.SRT",
    ]
    others = [".hidden.txt", ".git/x.txt", "a.meta.yaml", "notes.pdf", "script.py", "b/.x/4.txt"]
    for name in (*others, *reversed(wanted)):
        (texts / name).parent.mkdir(parents=True, exist_ok=True)
        (texts / name).write_text("text")
    found, failures = list_files(texts)
    assert [str(path.relative_to(texts)) for path in found] == wanted
    assert failures == []


@pytest.fixture
def guarded() -> Iterator[Path]:
    """A folder with a file and a folder that may not be read, while the test runs as a user who is not root."""
    user = os.geteuid()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        (folder / "closed").mkdir()
        for path in ("open.txt", "closed.txt"):
            (folder / path).write_text("text")
        for path in ("closed", "closed.txt"):
            (folder / path).chmod(0)
        if user == 0:
            os.seteuid(65534)
        yield folder
        os.seteuid(user)
        (folder / "closed").chmod(0o700)


def test_what_may_not_be_read_is_named_and_the_rest_is_listed(guarded: Path) -> None:
    found, failures = list_files(guarded)
    assert [path.name for path in found] == ["closed.txt", "open.txt"]
    remedy = "give this user the right to read it"
    assert [str(failure) for failure in failures] == [f"{guarded / 'closed'} may not be read; {remedy}"]
    with pytest.raises(Rejected, match=rf"closed\.txt may not be read; {remedy}"):
        read_bytes(guarded / "closed.txt", 100)
    assert read_bytes(guarded / "open.txt", 100) == (b"text", 4)

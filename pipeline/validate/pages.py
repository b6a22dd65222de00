"""Pages: a session of Great Expectations and verdicts in, a static site out that needs nothing but itself.

Great Expectations renders each suite and each result; its pages fetch styles and scripts from half a dozen hosts, so
these are taken out and a sheet of our own is put in. The front page is ours: what was looked at and what is wrong.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Sequence
from html import escape
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING

from pipeline.records import Finding, Verdict
from pipeline.validate.sheet import SHEET

if TYPE_CHECKING:
    from pipeline.validate.evaluate import Evaluator

STYLE = "quality.css"
_FOREIGN = re.compile(
    r"<script\b.*?</script>|<link\b[^>]*>|<img\b[^>]*>|<footer\b.*?</footer>|<form\b.*?</form>"
    r"|\s(?:onclick|onload)=\"[^\"]*\"|<a\b[^>]*href=\"https?://[^\"]*\"[^>]*>(?P<text>.*?)</a>",
    re.DOTALL | re.IGNORECASE,
)


def build_site(session: Evaluator, verdicts: Sequence[Verdict], folder: Path) -> None:
    """Builds the site and makes the folder a link to it, in one step, so that who reads it finds the old one or the new."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    made = Path(mkdtemp(prefix=f"{folder.name}-", dir=folder.parent))
    try:
        _render(session, made)
        for page in made.rglob("*.html"):
            _own(page, made)
        (made / STYLE).write_text(SHEET, encoding="utf-8")
        (made / "index.html").write_text(_front(verdicts, made), encoding="utf-8")
        made.chmod(0o755)
        _link(made, folder)
    except BaseException:
        shutil.rmtree(made, ignore_errors=True)
        raise


def _render(session: Evaluator, folder: Path) -> None:
    store = {"class_name": "TupleFilesystemStoreBackend", "base_directory": str(folder)}
    site = {"class_name": "SiteBuilder", "store_backend": store, "show_how_to_buttons": False}
    session.context.add_data_docs_site("quality", site)  # type: ignore[arg-type]
    session.context.build_data_docs(site_names=["quality"])


def _own(page: Path, root: Path) -> None:
    """Takes out what comes from elsewhere, and puts our sheet in."""
    text = _FOREIGN.sub(lambda found: found["text"] or "", page.read_text(encoding="utf-8"))
    up = "../" * (len(page.relative_to(root).parts) - 1)
    page.write_text(
        text.replace("</head>", f'<link rel="stylesheet" href="{up}{STYLE}">\n</head>', 1), encoding="utf-8"
    )


def _link(made: Path, folder: Path) -> None:
    """Lets the folder be this site; the one before stays for who reads it still, older ones go."""
    before = folder.resolve() if folder.is_symlink() else None
    if folder.is_dir() and not folder.is_symlink():
        shutil.rmtree(folder)
    link = made.with_name(f".{made.name}")
    link.symlink_to(made.name)
    link.replace(folder)
    for old in folder.parent.glob(f"{folder.name}-*"):
        if old.resolve() not in (made.resolve(), before):
            shutil.rmtree(old, ignore_errors=True)


def _front(verdicts: Sequence[Verdict], root: Path) -> str:
    whole = [one for one in verdicts if one.part == 1]
    rows = "\n".join(_row(one, root) for one in whole)
    errors = sum(found.severity == "error" for one in whole for found in one.failed)
    title = f"{errors} error{'s' if errors > 1 else ''} in the data" if errors else "The data is as expected"
    return f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Kikimimi: quality</title><link rel="stylesheet" href="{STYLE}"></head>
<body class="front"><h1>{title}</h1>
<table><thead><tr><th>Suite<th>When (UTC)<th>By<th>Rows<th>Expectations<th>Failed</tr></thead>
<tbody>
{rows}
</tbody></table>
<p>Rows that are held back: <code>kikimimi quarantine list</code>, or <code>FROM quarantine</code> in SQL.</p>
</body></html>
"""


def _row(verdict: Verdict, root: Path) -> str:
    suite = verdict.suite
    result = next(root.glob(f"validations/{suite}/**/*.html"), None)
    link = f'<a href="{result.relative_to(root)}">{suite}</a>' if result else suite
    failed = "".join(_finding(one) for one in verdict.failed) or "<li class='passed'>none</li>"
    return (
        f"<tr><th>{link}<br><a class='small' href='expectations/{suite}.html'>what is expected</a>"
        f"<td>{verdict.at:%Y-%m-%d %H:%M:%S}<td>{escape(verdict.who)}<td class='number'>{verdict.rows:,}"
        f"<td class='number'>{verdict.evaluated}<td><ul>{failed}</ul></tr>"
    )


def _finding(one: Finding) -> str:
    return (
        f"<li class='{one.severity}'><b>{one.severity}</b> {escape(one.sentence)} "
        f"<span class='small'>{one.unexpected:,} × {one.expectation}</span></li>"
    )

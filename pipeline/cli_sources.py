"""The commands of `kikimimi sources`: where documents come from, whether that can be read, and changes of the list."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.errors import Misconfigured
from pipeline.settings import read_settings
from pipeline.terminal import open_console

if TYPE_CHECKING:
    from pipeline.collect.checking import Finding
    from pipeline.collect.sources import Source
    from pipeline.settings import Settings

sources_app = typer.Typer(
    help="List the sources of seeds/sources.yaml, check them, and change the list.",
    epilog="Example: kikimimi sources add https://example.com/blog --tag lab",
    no_args_is_help=True,
    rich_markup_mode=None,
)
Json = Annotated[bool, typer.Option("--json", help="Write JSON instead of a table.")]
OfTags = Annotated[
    list[str] | None,
    typer.Option("--tag", metavar="TAG", help="Only sources with this tag; with all of them if repeated."),
]
OfLangs = Annotated[
    list[str] | None,
    typer.Option(
        "--lang", metavar="CODE", help="Only sources in this language: ja, en, fr; may be repeated."
    ),
]


@sources_app.command("list", epilog="Example: kikimimi sources list --tag press --lang ja")
def list_(tag: OfTags = None, lang: OfLangs = None, as_json: Json = False) -> None:
    """List the sources, and when each was visited last."""
    from pipeline.collect.seen import STATE
    from pipeline.collect.sources import read_sources
    from pipeline.collect.visited import last_visits
    from pipeline.terminal.sources import show_sources

    settings = read_settings()
    sources = _filtered(read_sources(_file(settings)), tag or (), lang or ())
    show_sources(open_console(), sources, last_visits(settings.data / STATE, sources), as_json=as_json)


@sources_app.command(
    "check", epilog="Example: kikimimi sources check --tag lab, or kikimimi sources check openai"
)
def check(
    ids: Annotated[
        list[str] | None, typer.Argument(metavar="[ID]...", help="These sources; all of them if none.")
    ] = None,
    tag: OfTags = None,
    lang: OfLangs = None,
    as_json: Json = False,
) -> None:
    """Visit each source once and say what stands there; nothing is collected. Exit code 1 if any fails."""
    from pipeline.collect.checking import check
    from pipeline.collect.due import chosen
    from pipeline.collect.sources import read_sources
    from pipeline.terminal.progress import steps
    from pipeline.terminal.sources import show_findings

    settings, console = read_settings(), open_console()
    known = read_sources(_file(settings))
    sources = _filtered(chosen(known, ids) if ids else known, tag or (), lang or ())
    findings: list[Finding] = []
    with nullcontext() if as_json else steps(console) as step:
        advance = step("check", len(sources)) if step else lambda _: None
        for finding in check(sources, settings):
            findings.append(finding)
            advance(1)
    show_findings(console, findings, as_json=as_json)
    if any(finding.problem for finding in findings):
        raise typer.Exit(1)


@sources_app.command(
    "add", epilog="Example: kikimimi sources add https://example.com/blog --tag lab --every 60"
)
def add(
    location: Annotated[
        str,
        typer.Argument(
            metavar="LOCATION", help="A feed, a page (its feed is looked for), a file or a folder."
        ),
    ],
    id_: Annotated[
        str, typer.Option("--id", metavar="ID", help="Its id; made from its name if none is given.")
    ] = "",
    name: Annotated[
        str, typer.Option("--name", help="As people call it; as it calls itself if not given.")
    ] = "",
    lang: Annotated[
        str,
        typer.Option("--lang", metavar="CODE", help="Language of documents that declare none: ja, en, fr."),
    ] = "",
    tag: Annotated[
        list[str] | None, typer.Option("--tag", metavar="TAG", help="A word to group it by; may be repeated.")
    ] = None,
    every: Annotated[
        float | None,
        typer.Option("--every", metavar="MINUTES", min=1, help="Minutes between two visits; 15."),
    ] = None,
    family: Annotated[
        str, typer.Option("--family", metavar="WORD", help="One word for all sources of one owner.")
    ] = "",
    private: Annotated[bool, typer.Option("--private", help="It may stand in a private network.")] = False,
    no_check: Annotated[
        bool, typer.Option("--no-check", help="Write it as it is given, without a look at what stands there.")
    ] = False,
) -> None:
    """Add a source to seeds/sources.yaml, after a look at what stands there."""
    from pipeline.collect.discover import discover
    from pipeline.collect.joining import named, refuse_known
    from pipeline.collect.sources_file import add_sources
    from pipeline.terminal.sources import show_added

    settings = read_settings()
    file, known = _file(settings), _known(settings)
    source = named(location, id_, name, lang, tag or (), every, family, private=private)
    refuse_known(source, known)
    found = None if no_check else discover(source, settings)
    source = refuse_known(found.source if found else source, known)
    add_sources(file, [source])
    show_added(open_console(), source, found.finding if found else None, found.others if found else ())


@sources_app.command("remove", epilog="Example: kikimimi sources remove gigazine")
def remove(
    ids: Annotated[list[str], typer.Argument(metavar="ID...", help="The sources to take out of the file.")],
) -> None:
    """Take sources out of seeds/sources.yaml; what they have brought stays."""
    from pipeline.collect.sources_file import remove_sources

    remove_sources(file := _file(read_settings()), ids)
    typer.echo(f"{', '.join(dict.fromkeys(ids))} removed from {file}; what was collected stays.")


@sources_app.command("import-opml", epilog="Example: kikimimi sources import-opml subscriptions.opml")
def import_opml(
    opml: Annotated[Path, typer.Argument(metavar="FILE", help="A list of feeds, as readers export it.")],
) -> None:
    """Add the feeds of an OPML file that are not there yet; the outlines around them become tags."""
    from pipeline.collect.files import read_bytes
    from pipeline.collect.joining import join
    from pipeline.collect.opml import read_opml
    from pipeline.collect.sources_file import add_sources
    from pipeline.terminal.sources import show_import

    settings = read_settings()
    data, _ = read_bytes(opml, settings.max_document)
    outlines = read_opml(data, str(opml))
    joined = join(outlines.sources, _known(settings))
    if joined.new:
        add_sources(_file(settings), joined.new)
    show_import(open_console(), joined.new, joined.known, outlines.wrong)
    if outlines.wrong and not joined.new and not joined.known:
        raise typer.Exit(1)


@sources_app.command("export-opml", epilog="Example: kikimimi sources export-opml sources.opml --tag press")
def export_opml(
    opml: Annotated[
        Path | None, typer.Argument(metavar="[FILE]", help="The file to write; standard output if none.")
    ] = None,
    tag: OfTags = None,
    lang: OfLangs = None,
) -> None:
    """Write the sources as OPML, for feed readers and for `import-opml`; local paths and passwords stay out."""
    from pipeline.collect.opml import write_opml
    from pipeline.collect.sources import read_sources

    sources = _filtered(read_sources(_file(read_settings())), tag or (), lang or ())
    remote = [one for one in sources if one.remote]
    data = write_opml(remote)
    if opml is None:
        sys.stdout.buffer.write(data)
        return
    try:
        opml.write_bytes(data)
    except OSError as error:
        raise Misconfigured(f"{opml} cannot be written: {error.strerror}", "name another file") from error
    local = f"; {len(sources) - len(remote)} local ones stay out" if len(remote) < len(sources) else ""
    typer.echo(f"{len(remote)} sources written to {opml}{local}.")


def _file(settings: Settings) -> Path:
    return settings.seeds / "sources.yaml"


def _known(settings: Settings) -> list[Source]:
    """The sources that are there; none where the file is still to be made, or empty."""
    from pipeline.collect.sources_file import sources_in

    return sources_in(_file(settings))


def _filtered(sources: Sequence[Source], tags: Sequence[str], langs: Sequence[str]) -> list[Source]:
    found = [one for one in sources if set(tags) <= set(one.tags) and (not langs or one.lang in langs)]
    if not found:
        words = [f"--tag {tag}" for tag in tags] + [f"--lang {lang}" for lang in langs]
        raise Misconfigured(f"no source fits {' '.join(words)}", "see `kikimimi sources list`")
    return found

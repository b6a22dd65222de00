"""The commands of `kikimimi entities`: which names are one, which are not, and which deserve a place of their own."""

from __future__ import annotations

import getpass
from collections.abc import Callable
from contextlib import closing
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.settings import Settings, read_settings
from pipeline.terminal import open_console

if TYPE_CHECKING:
    from pipeline.entities.run import Standing
    from pipeline.records import Edit
    from pipeline.topics.base import Topics

entities_app = typer.Typer(
    help="Say which names are one entity; history is kept, and everything can be taken back.",
    epilog="Example: kikimimi entities merge open-ai-lp --into openai",
    no_args_is_help=True,
    rich_markup_mode=None,
)
Variant = Annotated[
    str, typer.Argument(metavar="ID|NAME", help="An entity's id, or the name of a candidate.")
]


@entities_app.command("list", epilog="Example: kikimimi entities list")
def list_() -> None:
    """List what counts as another entity, since when, and who said so."""
    from pipeline.terminal.entities import show_merges

    with closing(_topics(settings := read_settings())) as topics:
        show_merges(open_console(), _standing(settings, topics))


@entities_app.command("merge", epilog="Example: kikimimi entities merge 'Open A.I.' --into openai")
def merge(
    variant: Variant, into: Annotated[str, typer.Option("--into", metavar="ID", help="The entity it is.")]
) -> None:
    """Let an entity or a candidate count as another entity, in all views, now and from now on."""
    from pipeline.entities.run import merge

    _decide(lambda topics, standing: merge(topics, standing, variant, into, getpass.getuser()), variant)


@entities_app.command("split", epilog="Example: kikimimi entities split 'Open A.I.'")
def split(variant: Variant) -> None:
    """Take back a merge or a promotion: the name is again what the extractor says."""
    from pipeline.entities.run import split

    _decide(lambda topics, standing: split(topics, standing, variant, getpass.getuser()), None)


@entities_app.command("promote", epilog="Example: kikimimi entities promote 'Foo Labs' --type organization")
def promote(
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="The candidate's name, as candidates_ranked has it.")
    ],
    type_: Annotated[
        str, typer.Option("--type", help="organization, person, model, product, hardware, project, law.")
    ],
    id_: Annotated[
        str, typer.Option("--id", metavar="ID", help="Its id; made from the name if none is given.")
    ] = "",
) -> None:
    """Make an entity of a candidate; add it to seeds/catalogue/ too, so that the extractor finds it by itself."""
    from pipeline.entities.run import promote
    from pipeline.extract.named import slug_of  # the id under which its figures stand already

    becomes = id_ or slug_of(name)
    _decide(lambda topics, standing: promote(topics, standing, name, becomes, type_, getpass.getuser()), name)


def _decide(decide: Callable[[Topics, Standing], Edit], named: str | None) -> None:
    """Appends the edit and has it loaded, here or by who holds the file. named: what must have been seen if it is no id."""
    from pipeline.entities.run import check_seen
    from pipeline.round import load_here
    from pipeline.warehouse.asking import asking

    settings = read_settings()
    with closing(_topics(settings)) as topics:
        standing = _standing(settings, topics)
        if named is not None and named not in standing.known:
            with asking(settings) as ask:
                check_seen(ask, named)
        edit = decide(topics, standing)
        loaded = load_here(settings, topics)
    becomes = f"counts as {edit.becomes}" if edit.becomes else "stands for itself again"
    typer.echo(f"{edit.target} {becomes}{'' if loaded else ' as soon as the tracker has loaded it'}.")


def _topics(settings: Settings) -> Topics:
    from pipeline.round import open_topics_of

    return open_topics_of(settings)


def _standing(settings: Settings, topics: Topics) -> Standing:
    from pipeline.entities.run import read_standing
    from pipeline.extract.names.catalogue import load_catalogue
    from pipeline.load.merges import resolve

    return read_standing(topics, load_catalogue(settings.seeds / "catalogue").keys(), resolve)

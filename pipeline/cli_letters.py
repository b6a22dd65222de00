"""The commands of `kikimimi dead-letters`: what could not be handled, to look at, to send again, to let go."""

from __future__ import annotations

import getpass
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.errors import Misconfigured, Rejected
from pipeline.settings import read_settings
from pipeline.terminal import open_console

if TYPE_CHECKING:
    from pipeline.records import DeadLetter
    from pipeline.topics.base import Topics

letters_app = typer.Typer(
    help="Look at what could not be handled, send it again or let it go.",
    epilog="Example: kikimimi dead-letters list",
    no_args_is_help=True,
    rich_markup_mode=None,
)
Ids = Annotated[
    list[str] | None, typer.Argument(metavar="[ID]...", help="Letters, each by the beginning of its id.")
]
All = Annotated[bool, typer.Option("--all", help="Every letter that waits.")]


@letters_app.command("list", epilog="Example: kikimimi dead-letters list")
def list_() -> None:
    """List the letters that wait for a decision, oldest first."""
    from pipeline.letters.run import waiting
    from pipeline.terminal.letters import show_letters

    with _topics() as topics:
        show_letters(open_console(), waiting(topics))


@letters_app.command("show", epilog="Example: kikimimi dead-letters show 3f2a --raw > original")
def show(
    letter_id: Annotated[str, typer.Argument(metavar="ID", help="The beginning of its id.")],
    raw: Annotated[bool, typer.Option("--raw", help="Only the original bytes, as they came.")] = False,
) -> None:
    """Show one letter: where it came from, what is wrong, and its bytes."""
    from pipeline.letters.run import find
    from pipeline.terminal.letters import show_letter

    with _topics() as topics:
        letter = find(topics, letter_id)
    if raw:
        sys.stdout.buffer.write(letter.payload)
    else:
        show_letter(open_console(), letter)


@letters_app.command("replay", epilog="Example: kikimimi dead-letters replay --all")
def replay(ids: Ids = None, everything: All = False) -> None:
    """Send letters the way they came once more, as after a repair; one that is as bad as before waits on."""
    from functools import partial

    from pipeline.collect.again import recollect
    from pipeline.collect.sources import read_sources
    from pipeline.letters import run

    settings = read_settings()
    file = settings.seeds / "sources.yaml"
    sources = read_sources(file) if file.exists() else []
    with _topics() as topics:
        again = partial(recollect, topics, settings, sources)
        _each(
            topics,
            ids,
            everything,
            lambda letter: run.replay(topics, letter, again, getpass.getuser()),
            "sent again",
        )


@letters_app.command("drop", epilog="Example: kikimimi dead-letters drop 3f2a")
def drop(ids: Ids = None, everything: All = False) -> None:
    """Let letters go: they stay in the topic and are not listed any more."""
    from pipeline.letters import run

    with _topics() as topics:
        _each(topics, ids, everything, lambda letter: run.drop(topics, letter, getpass.getuser()), "dropped")


@contextmanager
def _topics() -> Iterator[Topics]:
    from pipeline.round import open_topics_of

    with closing(open_topics_of(read_settings())) as topics:
        yield topics


def _each(
    topics: Topics,
    ids: Sequence[str] | None,
    everything: bool,
    decide: Callable[[DeadLetter], None],
    done: str,
) -> None:
    from pipeline.letters.run import find, waiting

    if bool(ids) == everything:
        raise Misconfigured("no letters are named", "give their ids, or --all")
    failed = count = 0
    for letter in waiting(topics) if everything else (find(topics, one) for one in ids or ()):
        try:
            decide(letter)
            count += 1
        except Rejected as error:
            failed += 1
            open_console(stderr=True).print(
                f"! {letter.letter_id[:8]}: {error}", soft_wrap=True, markup=False
            )
    typer.echo(f"{count} {done}" + (f", {failed} wait on" if failed else ""))
    if failed:
        raise typer.Exit(1)

"""Progress: steps of work in; bars on a terminal, one line a step elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from rich.console import Console, RenderableType
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    SpinnerColumn,
    TextColumn,
    TimeElapsedColumn,
)
from rich.text import Text

Advance = Callable[[int], None]
"""Takes how many more were done."""
Left = Callable[[int, Collection[str]], None]
"""Takes how many sources there are, and the names of those that are still waited for."""
FEW = 3
"""Sources that are named while they are waited for; of more, only their number is of use."""


class _Bars(Progress):
    """With a line below them."""

    below = ""

    def get_renderables(self) -> Iterable[RenderableType]:
        yield from super().get_renderables()
        if self.below:
            yield Text(self.below, style="dim", no_wrap=True, overflow="ellipsis")


@dataclass(frozen=True, slots=True)
class Steps:
    """Begins steps; where there is no terminal, there are no bars."""

    console: Console
    bars: _Bars | None

    def __call__(self, name: str, total: int | None) -> Advance:
        """A step of this size, None where unknown; what it returns takes how many were done."""
        if self.bars is None:
            if total:
                self.console.print(f"{name} {total} …", highlight=False)
            return lambda _: None
        bars, task = self.bars, self.bars.add_task(name, total=total)
        return lambda count: bars.update(task, advance=count)

    def collect(self) -> tuple[Advance, Left]:
        """The step of collecting: a bar of sources, and below it the documents so far and who is still waited for."""
        if self.bars is None:
            return lambda _: None, lambda _, __: None
        bars, task = self.bars, self.bars.add_task("collect", total=None)
        documents, waiting = 0, ""

        def tell() -> None:
            bars.below = f"  {_counted(documents)}{waiting}"

        def advance(count: int) -> None:
            nonlocal documents
            documents += count
            tell()

        def left(sources: int, waited_for: Collection[str]) -> None:
            nonlocal waiting
            many = len(waited_for)
            waiting = f" · waiting for {many}: {', '.join(waited_for)}" if 0 < many <= FEW else ""
            bars.update(task, total=sources, completed=sources - many)
            tell()

        return advance, left


@contextmanager
def steps(console: Console) -> Iterator[Steps]:
    """Shows the steps that are begun inside."""
    if not console.is_terminal:
        yield Steps(console, None)
        return
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description:10}"),
        BarColumn(28),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with _Bars(*columns, console=console, transient=True) as bars:
        yield Steps(console, bars)


def _counted(documents: int) -> str:
    return f"{documents:,} document{'' if documents == 1 else 's'} so far"

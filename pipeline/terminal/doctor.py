"""The doctor on the terminal: conditions in, as they come; a line each, and what they come to, out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, TypeVar

from rich.console import Console
from rich.text import Text

_STATES = {"there": ("✓", "+", "green"), "absent": ("–", "-", "yellow"), "broken": ("!", "!", "bold red")}
"""Of a state its mark, the mark where only ASCII can be written, and its style."""


class Condition(Protocol):
    """A thing, how it is (a key of _STATES), in words, and what to do about it."""

    @property
    def name(self) -> str: ...
    @property
    def state(self) -> str: ...
    @property
    def said(self) -> str: ...
    @property
    def remedy(self) -> str: ...


C = TypeVar("C", bound=Condition)


def show_conditions(console: Console, conditions: Iterable[C]) -> list[C]:
    """A line for each, then how many are broken or absent; returns them."""
    shown: list[C] = []
    for one in conditions:
        console.print(_line(one, console.encoding), soft_wrap=True)
        shown.append(one)
    broken, absent = (sum(one.state == state for one in shown) for state in ("broken", "absent"))
    more = f" {_things(absent)} absent, which it does without." if absent else ""
    whole = f"{_things(broken)} broken that it needs." if broken else "All that is needed is there."
    console.print(whole + more, soft_wrap=True)
    return shown


def _line(condition: Condition, encoding: str) -> Text:
    mark, plain, style = _STATES[condition.state]
    line = Text(mark if _writable(mark, encoding) == mark else plain, style=style)
    line.append(f" {condition.state:7}", style=style)
    line.append(f" {condition.name:15}", style="bold")
    said = condition.said + (f"; {condition.remedy}" if condition.remedy else "")
    line.append(f" {_writable(' '.join(said.split()), encoding)}", style="")
    return line


def _writable(text: str, encoding: str) -> str:
    """The text with ? for what the encoding does not have: this must be readable above all on a broken terminal."""
    return text.encode(encoding, "replace").decode(encoding)


def _things(count: int) -> str:
    return "1 thing is" if count == 1 else f"{count} things are"

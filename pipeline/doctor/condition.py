"""Conditions: what one look at the installation found, and how a look that fails becomes one."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from threading import Thread
from typing import Literal, TypeVar

from pipeline.errors import KikimimiError, Transient

State = Literal["there", "absent", "broken"]
"""absent: it does without. broken: it is needed."""
PATIENCE = 3.0
"""Seconds that a server or a file that others hold may take to answer."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Condition:
    """One line of what the doctor says: the thing, how it is, in words, and what to do about it ("": nothing)."""

    name: str
    state: State
    said: str
    remedy: str = ""


def needed(name: str, look: Callable[[], str]) -> Condition:
    """What the look says of a thing that is needed, or the error that it ends with."""
    try:
        return Condition(name, "there", look())
    except KikimimiError as error:
        return Condition(name, "broken", error.problem, error.remedy)
    except OSError as error:
        return Condition(name, "broken", str(error), "make it readable and writable")


def within(seconds: float, call: Callable[[], T], what: str) -> T:
    """The answer to a call. Raises Transient where none came so soon: what hangs is left to itself, and ends with us."""
    answer: Future[T] = Future()

    def work() -> None:
        try:
            answer.set_result(call())
        except (KikimimiError, OSError) as error:
            answer.set_exception(error)

    Thread(target=work, daemon=True).start()
    try:
        return answer.result(seconds)
    except TimeoutError:
        if answer.done():  # the call itself has ended so
            raise
        raise Transient(
            f"{what} did not answer within {seconds:g} s", "is it running, and is it reachable from here?"
        ) from None

"""Cells: several documents at a time, in as many processes as were allowed, each answered as by one."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import pytest

from pipeline.errors import Rejected
from pipeline.extract.cells import FEW, Cells
from pipeline.topics.envelope import pack
from tests.extract.test_cell import make_trap
from tests.samples import make_document


@pytest.fixture(scope="module")
def cells() -> Iterator[Cells]:
    opened = Cells(make_trap, limit=5, most=2)
    yield opened
    opened.close()


def send(cells: Cells, title: str) -> bytes:
    message = pack("documents", title, make_document(title, "Stargateは巨大だ。", title))
    return cells.extract(message.value, message.headers).value


def test_one_cell_is_enough_for_a_few_documents_and_a_backlog_starts_the_others(cells: Cells) -> None:
    with ThreadPoolExecutor(2) as threads:
        few = list(threads.map(partial(send, cells), ["a", "b", "c"]))
        assert len(cells.pids) == 1
        for _ in range(2):
            many = list(threads.map(partial(send, cells), map(str, range(FEW))))
    assert len(set(cells.pids)) == 2
    assert all(b"stargate" in answer for answer in few + many)


def test_answers_stand_in_the_order_of_the_documents(cells: Cells) -> None:
    with ThreadPoolExecutor(2) as threads:
        titles = [f"number {number}" for number in range(20)]
        answers = list(threads.map(partial(send, cells), titles))
    assert [title.encode() in answer for title, answer in zip(titles, answers, strict=True)] == [True] * 20


def test_a_bad_document_is_rejected_and_its_cell_answers_again(cells: Cells) -> None:
    with pytest.raises(Rejected, match="broke the extractor"):
        send(cells, "bug")
    assert b"stargate" in send(cells, "good")

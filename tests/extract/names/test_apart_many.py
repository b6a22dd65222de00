"""Many pairs at once: the same distances as one by one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extract.names.apart import apart
from pipeline.extract.names.apart_many import apart_many
from pipeline.extract.names.phonemes import phonemes

SOUNDS = st.text("kgstdnmprhwyjJSCTPaiueoAEIOUYWVL", max_size=14)


@given(st.lists(st.tuples(SOUNDS, SOUNDS, st.floats(0, 5)), max_size=12))
def test_a_pair_is_as_far_apart_as_when_it_is_alone(pairs: list[tuple[str, str, float]]) -> None:
    for (one, other, most), distance in zip(pairs, apart_many(pairs), strict=True):
        alone = apart(one, other, most)
        assert distance == pytest.approx(alone) if alone <= most else distance > most


def test_names_that_sound_alike_among_others() -> None:
    said = phonemes("アンソロピクス")
    names = [phonemes(name) for name in ("Anthropic", "OpenAI", "Antelope", "Andromeda")]
    distances = apart_many([(said, name, 99.0) for name in names])
    assert min(distances) == distances[0] < 1.5


def test_of_no_pairs_none() -> None:
    assert apart_many([]) == []

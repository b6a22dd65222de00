"""What the tests of names share: the project's own catalogue, made ready once."""

from __future__ import annotations

import pytest

from pipeline.extract.names.linking import Names, names_of
from tests.conftest import ROOT


@pytest.fixture(scope="package")
def names() -> Names:
    return names_of(ROOT / "seeds" / "catalogue")

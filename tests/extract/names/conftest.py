"""What the tests of names share: the project's own catalogue, made ready once."""

from __future__ import annotations

import pytest

from pipeline.extract.names.catalogue import load_catalogue
from pipeline.extract.names.linking import Names
from tests.conftest import ROOT


@pytest.fixture(scope="package")
def names() -> Names:
    return Names(load_catalogue(ROOT / "seeds" / "catalogue").values())

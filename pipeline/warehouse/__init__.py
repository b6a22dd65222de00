"""The warehouse: opens the DuckDB file, brings its tables up to date, lends transactions."""

from __future__ import annotations

from pipeline.warehouse.open import open_for_reading, open_for_writing
from pipeline.warehouse.transaction import transaction

__all__ = ["open_for_reading", "open_for_writing", "transaction"]

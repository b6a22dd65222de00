"""The warehouse: opens the DuckDB file, brings its tables up to date, lends transactions."""

from __future__ import annotations

from pipeline.warehouse.open import check_here, open_for_reading, open_for_writing, open_if_free
from pipeline.warehouse.transaction import transaction

__all__ = ["check_here", "open_for_reading", "open_for_writing", "open_if_free", "transaction"]

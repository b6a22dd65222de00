"""Keeping: copies of the warehouse, exports of its tables, and the removal of what is old."""

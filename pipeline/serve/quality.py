"""The quality site: the folder that `kikimimi validate --docs` fills in, its files as pages under /quality/ out."""

from __future__ import annotations

from pathlib import Path

from fastapi import APIRouter

from pipeline.serve.site import site_router

QUALITY = "quality"
"""The folder in KIKIMIMI_DATA, and where it stands among the pages."""
NONE_YET = (
    "No quality site yet\nBuild it with <code>kikimimi validate --docs</code>, then load this page again."
)


def quality_router(folder: Path) -> APIRouter:
    """Pages of this folder, which may come, change and go while the tracker runs."""
    return site_router(QUALITY, folder, lambda: None, NONE_YET)

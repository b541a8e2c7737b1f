"""Stops a bare `mkdocs build`; `./tot build` replaces this list of hooks by an empty one."""

from __future__ import annotations

import sys


def on_startup(command: str, dirty: bool) -> None:
    """Nothing; ends the program with one line that says what to run."""
    sys.exit(f"mkdocs {command}: the pages are made by `./tot build`; run that instead.")

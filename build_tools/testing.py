"""The edge where the project proves itself: style, types, tests."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

SLOW = "--slow"
TOGETHER = ("-n", "auto", "--maxprocesses", "4", "--dist", "loadfile")
"""A whole run takes all processors, up to four: each one builds the site for itself."""


def run(root: Path, arguments: Sequence[str]) -> int:
    """The exit code: 0 if style, types and tests are right. Arguments go on to pytest."""
    chosen = [argument for argument in arguments if argument != SLOW]
    marker = [] if SLOW in arguments or "-m" in chosen else ["-m", "not slow"]
    steps = (
        ["ruff", "check", "."],
        ["ruff", "format", "--check", "."],
        ["mypy"],
        ["pytest", *marker, *(chosen or TOGETHER)],
    )
    codes = [_step(root, step) for step in (steps if not chosen else steps[-1:])]
    return next((code for code in codes if code), 0)


def _step(root: Path, command: Sequence[str]) -> int:
    """The exit code of one tool, run in this Python."""
    print(f"\n$ {' '.join(command)}", flush=True)
    return subprocess.run([sys.executable, "-m", *command], cwd=root, check=False).returncode

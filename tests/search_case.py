"""The search of a site, asked in Node: the very scripts and data that a browser loads."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import yaml

from tests.node_case import run_node

ROOT = Path(__file__).parent.parent
QUERIES = yaml.safe_load((ROOT / "tests/cases/search/queries.yaml").read_text("utf-8"))
SCRIPT = """
const fs = require("fs"), given = JSON.parse(fs.readFileSync(0, "utf8"));
require(given.web + "/lao.js");
const search = require(given.web + "/search.js"), found = {};
globalThis.totSearch = { data: (data) => { found.data = data; } };
eval(given.data);
const index = search.prepare(found.data);
console.log(JSON.stringify(given.queries.map((query) => {
  const { terms, results } = search.search(index, query);
  return {
    pages: results.map((result) => result.page.path.replace(/^en\\//, "").replace(/\\.html$/, "")),
    sections: results.map((result) => result.sections.map((entry) => entry.id)),
    also: terms.flatMap((term) => term.forms.map((form) => form.shown).filter(Boolean)),
    pieces: terms.map((term) => search.pieces(index, term.typed)),
    nearest: search.nearest(index, query),
  };
})));
"""


def asked(data: bytes, queries: list[str]) -> list[dict[str, Any]]:
    """What `search/lo.js` or `search/en.js` answers to each query."""
    given = {
        "web": str(ROOT / "build_tools/web"),
        "data": data.decode(),
        "queries": queries,
    }
    answers: list[dict[str, Any]] = json.loads(run_node(SCRIPT, json.dumps(given)))
    return answers


def is_judged(page: str) -> bool:
    """False for pages that only list others."""
    return not (page.endswith(("index", "decks")) or page.startswith("tracks/"))

"""The shape of the house: floors, sizes of files and functions, annotations, docstrings."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

MACHINE = Path(__file__).parent.parent / "build_tools"
FLOORS = (
    {"rules"},
    {"findings", "lao"},
    {"model", "spelling"},
    {"scoring", "forms", "yaml_text", "markdown", "tools"},
    {"load"},
    {"translation"},
    {"check", "mending"},
    {"status", "scaffold", "schemas", "guide", "exchange"},
    {"render.values", "render.templates", "render.timetable", "render.keep"},
    {"render.runs", "render.prose", "render.measure"},
    {"render.figure", "render.quiz"},
    {"render.tools"},
    {"record"},
    {"render.pages", "render.deck", "render.search"},
    {"output"},
    {"reading", "assets", "engine", "serve", "authoring", "testing"},
    {"build", "translating", "history", "results"},
    {"cli_translate", "cli_results"},
    {"cli"},
)
EDGE = next(n for n, rooms in enumerate(FLOORS) if "output" in rooms)
"""From this floor on, the machine may touch disk, clock, network and processes."""
OUTSIDE = {"os", "subprocess", "socket", "shutil", "time", "tempfile", "urllib.request"}
"""Modules that touch disk, clock, network or processes."""
FILES = sorted(MACHINE.rglob("*.py"))


def room(path: Path) -> str:
    """The room of the house a file belongs to: `load`, `render.pages`, `cli`."""
    parts = path.relative_to(MACHINE).with_suffix("").parts
    if parts[0] == "render" and len(parts) > 1:
        return f"render.{parts[1]}"
    return parts[0]


def floor(name: str) -> int:
    return next(n for n, rooms in enumerate(FLOORS) if name in rooms)


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def own_rooms(path: Path) -> set[str]:
    """The rooms that a file imports from."""
    known = {name for rooms in FLOORS for name in rooms}
    named = {
        name.removeprefix("build_tools.")
        for name in imports(path)
        if name.startswith("build_tools.")
    }
    parts = [(".".join(name.split(".")[:2]), name.split(".")[0]) for name in named]
    return {two if two in known else one for two, one in parts if two in known or one in known}


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.relative_to(MACHINE).as_posix())
def test_a_file_imports_only_from_floors_below(path: Path) -> None:
    here = room(path)
    if here in ("__init__", "render.__init__", "theme"):
        return
    for other in own_rooms(path) - {here}:
        allowed = floor(other) < floor(here)
        assert allowed, f"{here} (floor {floor(here)}) imports {other} (floor {floor(other)})"
    if floor(here) < EDGE:
        assert not OUTSIDE & set(imports(path)), "only the edge touches disk, clock, network"


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.relative_to(MACHINE).as_posix())
def test_a_file_is_short_annotated_and_documented(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    tree = ast.parse(source)
    assert len(source.splitlines()) <= 300
    assert ast.get_docstring(tree), "a file says in its first line what it is"
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            assert ast.get_docstring(node), node.name
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            assert lines <= 40, f"{node.name} has {lines} lines"
            private = node.name.startswith("__") and node.name != "__init__"
            assert private or ast.get_docstring(node) or _is_inner(tree, node), (
                f"{node.name}: what does it give back?"
            )


def _is_inner(tree: ast.Module, node: ast.AST) -> bool:
    """True for a function that stands inside another."""
    outer = [n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef) and n is not node]
    return any(node in ast.walk(function) for function in outer)


def test_no_import_cycle_between_files() -> None:
    names = {
        path: "build_tools." + ".".join(path.relative_to(MACHINE).with_suffix("").parts)
        for path in FILES
    }
    names = {path: name.removesuffix(".__init__") for path, name in names.items()}
    known = set(names.values())
    graph = {
        name: {i for i in imports(path) if i in known and i != name} for path, name in names.items()
    }
    packages = {name for path, name in names.items() if path.name == "__init__.py"}
    for name in graph:  # a package's face imports its rooms; the rooms may not import the face
        graph[name] = {i for i in graph[name] if not (i in packages and name.startswith(f"{i}."))}
    done: set[str] = set()

    def visit(name: str, path: tuple[str, ...]) -> None:
        assert name not in path, " -> ".join((*path, name))
        if name not in done:
            for other in graph[name]:
                visit(other, (*path, name))
            done.add(name)

    for name in graph:
        visit(name, ())


def test_only_the_engine_knows_mkdocs() -> None:
    users = {
        room(path) for path in FILES if any(i.split(".")[0] == "mkdocs" for i in imports(path))
    }
    assert users <= {"engine"}

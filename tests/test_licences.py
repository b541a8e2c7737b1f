"""Everything that is installed or shipped may be: the packages' own metadata say so."""

from __future__ import annotations

import json
import re
from importlib.metadata import PackageNotFoundError, distribution

import pytest

from tests.conftest import ROOT

PERMISSIVE = re.compile(
    r"MIT|BSD|ISC|Apache|PSF|Python Software Foundation|0BSD|Unlicense|OFL|MPL|Mozilla|Zlib|HPND",
    re.I,
)
TEST_TOOLS_MAY_ALSO_BE = re.compile(r"LGPL|GPL", re.I)
FORBIDDEN = re.compile(r"(?<!L)GPL|AGPL|CC-BY-NC|proprietary", re.I)


def locked(name: str) -> list[str]:
    lines = (ROOT / name).read_text("utf-8").splitlines()
    return [line.split("==")[0] for line in lines if re.match(r"[a-z0-9._-]+==", line)]


def licence(name: str) -> str | None:
    """What a package says of its licence; None where the lock's marker leaves it out here."""
    try:
        meta = distribution(name).metadata
    except PackageNotFoundError:
        return None
    classifiers = [c for c in meta.get_all("Classifier") or () if c.startswith("License")]
    first_line = (meta.get("License") or "").strip().split("\n")[0]
    return " ".join(filter(None, (meta.get("License-Expression"), first_line, *classifiers)))


@pytest.mark.parametrize("name", locked("requirements.lock"))
def test_a_package_of_the_build_is_permissive(name: str) -> None:
    said = licence(name)
    if said is not None:
        assert PERMISSIVE.search(said), f"{name}: {said!r}"
        assert not FORBIDDEN.search(said), f"{name}: {said!r}"


@pytest.mark.parametrize("name", locked("requirements-results.lock"))
def test_a_package_of_the_results_is_permissive_or_used_unmodified_under_the_lgpl(
    name: str,
) -> None:
    said = licence(name)
    if said is not None:
        lesser = bool(re.search(r"LGPL|Lesser General Public", said))
        assert PERMISSIVE.search(said) or lesser, f"{name}: {said!r}"
        assert lesser or not FORBIDDEN.search(said), f"{name}: {said!r}"


@pytest.mark.parametrize("name", locked("requirements-test.lock"))
def test_a_test_tool_has_an_open_licence(name: str) -> None:
    said = licence(name)
    if said is not None:
        assert PERMISSIVE.search(said) or TEST_TOOLS_MAY_ALSO_BE.search(said), f"{name}: {said!r}"


def test_npm_packages_are_permissive_and_pinned() -> None:
    wanted = json.loads((ROOT / "package.json").read_text("utf-8"))
    for name, version in (wanted["dependencies"] | wanted["devDependencies"]).items():
        package = json.loads((ROOT / "node_modules" / name / "package.json").read_text("utf-8"))
        assert package["version"] == version
        assert PERMISSIVE.search(package["license"]), f"{name}: {package['license']}"

"""`tot translate out` and `tot translate in` as a person types them."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from openpyxl import load_workbook

from build_tools import cli
from build_tools.exchange import read_workbook
from tests import exchange_case as case

FESTIVAL = "basics/quizzes#pick-a-risk|options.festival.text"


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A root with the smallest curriculum, which the command then works on."""
    root = tmp_path / "root"
    for name, content in case.base_files().items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(content)
    monkeypatch.setattr(cli, "ROOT", root)
    return root


def tot(*arguments: object) -> Result:
    return CliRunner().invoke(cli.main, [str(argument) for argument in arguments])


def out(root: Path, *arguments: object) -> Path:
    result = tot("translate", "out", *arguments)
    assert result.exit_code == 0, result.output
    return root / "dist/translate"


def edit(path: Path, new: str) -> None:
    path.write_bytes(case.with_lao(path.read_bytes(), {FESTIVAL: new}))


def test_a_sheet_and_a_po_file_for_each_module_and_for_the_rest(small: Path) -> None:
    result = tot("translate", "out")
    assert result.exit_code == 0
    assert "dist/translate/basics.xlsx: 19 texts\n" in result.output
    names = sorted(path.name for path in (small / "dist/translate").iterdir())
    assert names == ["basics.po", "basics.xlsx", "curriculum.po", "curriculum.xlsx"]


def test_only_the_named_module_into_the_named_folder(small: Path, tmp_path: Path) -> None:
    out(small, "--module", "basics", "--to", tmp_path / "usb stick")
    assert sorted(path.name for path in (tmp_path / "usb stick").iterdir()) == [
        "basics.po", "basics.xlsx",
    ]  # fmt: skip


def test_the_files_are_the_same_bytes_every_time(small: Path, tmp_path: Path) -> None:
    first = case.files_below(out(small))
    out(small, "--to", tmp_path / "again")
    assert case.files_below(tmp_path / "again") == first


def test_the_sheet_explains_itself_and_opens_where_one_works(small: Path) -> None:
    book = load_workbook(out(small) / "basics.xlsx")
    assert book.sheetnames == ["Read me", "Texts"]
    help_, sheet = book["Read me"], book["Texts"]
    assert "ວິທີແປ" in help_["A1"].value and "How to translate" in help_["B1"].value
    assert sheet.freeze_panes == "B2" and sheet.auto_filter.ref == f"A1:I{sheet.max_row}"
    assert sheet.protection.sheet and sheet.column_dimensions["I"].hidden
    unlocked = {cell.column_letter for cell in sheet[2] if not cell.protection.locked}
    assert unlocked == {"C", "F", "G"}
    row = sheet[case.row_of(sheet, "basics/quizzes#pick-a-risk|stem")]
    assert row[2].font.name == "Phetsarath OT" and row[2].alignment.wrap_text
    assert [cell.value for cell in row[1:5]] == [
        "Which is a risk?", "ອັນໃດແມ່ນຄວາມສ່ຽງ?", "ສະບັບຮ່າງ / Draft", "risk = ຄວາມສ່ຽງ",
    ]  # fmt: skip
    assert [cell.value for cell in row[5:7]] == [None, None]


def test_what_comes_back_is_written_and_counted(small: Path) -> None:
    folder = out(small)
    before = case.files_below(small)
    assert tot("translate", "in", *sorted(folder.iterdir())).exit_code == 0
    assert case.files_below(small) == before
    edit(folder / "basics.xlsx", "ບຸນໃຫຍ່")
    result = tot("translate", "in", folder / "basics.xlsx")
    assert result.output == (
        "quizzes/basics.yaml\nmodules/basics/translation.yaml\n"
        "1 texts changed; 1 stamped as draft, 0 marked as reviewed.\n"
    )
    assert "lo: ບຸນໃຫຍ່}" in (small / "quizzes/basics.yaml").read_text("utf-8")


def test_a_fault_leaves_every_file_as_it_was(small: Path) -> None:
    folder = out(small)
    edit(folder / "basics.xlsx", "ບຸນ 7")
    po = folder / "curriculum.po"
    po.write_bytes(case.with_entries(po.read_bytes(), {"curriculum/words#draft": "ຮ່າງ"}))
    before = case.files_below(small)
    result = tot("translate", "in", folder / "basics.xlsx", po)
    assert result.exit_code == 1 and case.files_below(small) == before
    sheet = load_workbook(folder / "basics.xlsx")["Texts"]
    assert f"basics.xlsx, sheet Texts, cell C{case.row_of(sheet, FESTIVAL)}: " in result.output
    assert result.output.endswith("1 to mend; nothing was written.\n")


def test_work_that_was_not_brought_back_is_not_overwritten(small: Path) -> None:
    folder = out(small)
    edit(folder / "basics.xlsx", "ບຸນໃຫຍ່")
    kept = (folder / "basics.xlsx").read_bytes()
    result = tot("translate", "out")
    assert result.exit_code == 1 and "basics.xlsx" in result.output
    assert (folder / "basics.xlsx").read_bytes() == kept
    assert tot("translate", "in", folder / "basics.xlsx").exit_code == 0
    assert tot("translate", "out").exit_code == 0
    assert (folder / "basics.xlsx").read_bytes() != kept


@pytest.mark.parametrize(
    "arguments",
    [
        ("translate",),
        ("translate", "out", "--module", "basic"),
        ("translate", "in"),
        ("translate", "in", "not-there.xlsx"),
        ("translate", "in", __file__),
    ],
)
def test_wrong_usage_exits_2(small: Path, arguments: tuple[str, ...]) -> None:
    assert tot(*arguments).exit_code == 2


def test_sources_with_errors_are_not_handed_out(small: Path) -> None:
    (small / "curriculum/facts.yaml").write_text("- id: [\n", "utf-8")
    result = tot("translate", "out")
    assert result.exit_code == 1 and "tot check" in result.output
    assert not (small / "dist").exists()


def test_a_sheet_saved_by_libreoffice_comes_back(small: Path, tmp_path: Path) -> None:
    sheet = out(small) / "basics.xlsx"
    edit(sheet, "ບຸນໃຫຍ່")
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["localc", profile, "--headless", "--convert-to", "xlsx", "--outdir",
               str(tmp_path), str(sheet)]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    saved = tmp_path / "basics.xlsx"
    rows = [read_workbook("basics.xlsx", path.read_bytes()).rows for path in (sheet, saved)]
    assert rows[0] == rows[1]
    result = tot("translate", "in", saved)
    assert result.exit_code == 0 and result.output.endswith(
        "1 texts changed; 1 stamped as draft, 0 marked as reviewed.\n"
    )

"""The commands `tot translate out` and `tot translate in`: what they take and what they say."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from build_tools.exchange import TooLong
from build_tools.findings import did_you_mean
from build_tools.model.whole import MissingWord
from build_tools.reading import read
from build_tools.translating import READERS, Unsaved, bring_in, hand_out
from build_tools.translation import CURRICULUM

FOLDER = "dist/translate"


@click.group()
def translate() -> None:
    """Give texts to translators as spreadsheets and PO files, and bring them back."""


@translate.command()
@click.option("--module", "modules", multiple=True,
              help="Only this module, or `curriculum`: what belongs to no module. May be repeated.")  # fmt: skip
@click.option("--to", type=click.Path(file_okay=False, path_type=Path),
              help=f"The folder to write to; {FOLDER} if not given.")  # fmt: skip
@click.pass_obj
def out(root: Path, modules: tuple[str, ...], to: Path | None) -> None:
    """Write an .xlsx and a .po file for each module: English, Lao, state, glossary."""
    found = read(root)
    if found.curriculum is None or found.stops():
        raise click.ClickException("the sources have errors; `tot check` shows them.")
    known = [CURRICULUM, *(module.id for module in found.curriculum.modules)]
    for name in modules:
        if name not in known:
            hint = did_you_mean(name, known)
            raise click.UsageError(f"there is no module `{name}`. {hint}".strip())
    folder = to or root / FOLDER
    try:
        for path, count in hand_out(found.curriculum, dict.fromkeys(modules or known), folder):
            shown = path.relative_to(root) if path.is_relative_to(root) else path
            click.echo(f"{shown.as_posix()}: {count} texts")
    except (MissingWord, TooLong, Unsaved) as refused:
        raise click.ClickException(str(refused)) from refused


@translate.command("in")
@click.argument("files", nargs=-1, required=True,
                type=click.Path(exists=True, dir_okay=False, path_type=Path))  # fmt: skip
@click.pass_obj
def in_(root: Path, files: tuple[Path, ...]) -> None:
    """Bring .xlsx and .po files back; if anything in them is wrong, nothing is written."""
    for path in files:
        if path.suffix.lower() not in READERS:
            raise click.UsageError(f"{path}: only .xlsx and .po files can be brought back.")
    outcome = bring_in(root, files)
    for fault in outcome.faults:
        click.echo(str(fault))
    if outcome.faults:
        click.echo(f"{len(outcome.faults)} to mend; nothing was written.")
        sys.exit(1)
    for note in outcome.notes:
        click.echo(note)
    for name in outcome.files:
        click.echo(name)
    click.echo(
        f"{outcome.texts} texts changed; {outcome.drafts} stamped as draft,"
        f" {outcome.reviews} marked as reviewed."
    )

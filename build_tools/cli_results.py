"""The command `tot results`: what it takes and what it says."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from build_tools.load import load
from build_tools.model import Curriculum
from build_tools.model.whole import MissingWord
from build_tools.reading import read_sources
from build_tools.record import Unfit

if TYPE_CHECKING:
    from build_tools.results.intake import Refused

FOLDER = "dist/results"


@click.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--to", type=click.Path(file_okay=False, path_type=Path),
              help=f"The folder to write to; {FOLDER} if not given.")  # fmt: skip
@click.option("--backend", metavar="URL",
              help="Let this engine count, such as postgres://user:password@host/database. The tables"
                   " tot_learners and tot_answers there are replaced and stay.")  # fmt: skip
@click.option("--xapi", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE",
              help="Also write xAPI statements, one a line.")  # fmt: skip
@click.option("--anonymise", type=click.Path(dir_okay=False, path_type=Path), metavar="KEYFILE",
              help="Also write the records with keyed hashes for names: results.jsonl and"
                   " results.parquet. The key is made if the file is not there.")  # fmt: skip
@click.option("--strict", is_flag=True, help="Exit with 1 if anything was refused.")
@click.pass_obj
def results(
    root: Path, folder: Path, to: Path | None, backend: str | None, xapi: Path | None,
    anonymise: Path | None, strict: bool,
) -> None:  # fmt: skip
    """Report on the results in FOLDER: records, codes and exports, searched through."""
    try:
        from build_tools.results import run
        from build_tools.results.engines import Unusable
    except ModuleNotFoundError as error:
        line = f"{error.name} is not installed; start the command as ./tot results."
        raise click.ClickException(line) from error
    curriculum = _curriculum(root)
    goal = to or root / FOLDER
    _refuse_inside(folder, (goal, *filter(None, (xapi,))))
    click.echo(f"Reading {folder} ...", err=True)
    try:
        found = run.read(curriculum, folder)
        _say_refused(found.refused)
        counts = run.report(root, curriculum, found, goal, backend)
        if not counts.records:
            raise click.ClickException(f"{folder} holds no results that can be read.")
        click.echo(f"{counts.records} records of {counts.people} people;"
                   f" {counts.older} older or repeated ones left out.")  # fmt: skip
        if xapi:
            click.echo(f"{xapi}: {run.write_statements(found, xapi)} statements")
        if anonymise:
            count = run.write_anonymous(found, folder, goal, anonymise)
            click.echo(f"{goal / 'results.jsonl'}: {count} records without names")
    except (MissingWord, Unusable, Unfit, run.NoKey, run.MissingPackage) as refused:
        raise click.ClickException(str(refused)) from refused
    click.echo(f"{goal / 'report.lo.html'} and report.en.html are ready.")
    sys.exit(1 if strict and found.refused else 0)


def _refuse_inside(folder: Path, written: Iterable[Path]) -> None:
    """Nothing; stops where what is written would be read as results the next time."""
    for path in written:
        if path.resolve().is_relative_to(folder.resolve()):
            line = (
                f"{path} lies in {folder}, which is searched for results; write to another folder."
            )
            raise click.ClickException(line)


def _curriculum(root: Path) -> Curriculum:
    """The curriculum as it is written; findings about it are for `tot check`."""
    loaded = load(read_sources(root).files)
    if loaded.curriculum is None:
        raise click.ClickException("the sources have errors; `tot check` shows them.")
    return loaded.curriculum


def _say_refused(refused: Sequence[Refused]) -> None:
    """Nothing; prints how many were refused for each reason."""
    for fault, count in sorted(Counter(one.fault for one in refused).items()):
        click.echo(f"{count} refused: {fault}", err=True)

"""The command `tot`: what it is called and what it takes; the work is done elsewhere."""

from __future__ import annotations

import errno
import sys
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import click

from build_tools import authoring, build as building, output, status as standing, testing
from build_tools.cli_results import results
from build_tools.cli_translate import translate
from build_tools.findings import did_you_mean
from build_tools.history import history
from build_tools.model import EDITIONS, Curriculum, Edition
from build_tools.model.whole import MissingWord
from build_tools.reading import SOURCE_FOLDERS, Read, read, read_sources
from build_tools.render.deck import MODULE_DECKS, outlines
from build_tools.serve import listen, serve as run_server
from build_tools.translation import reviewed, stamped

ROOT = Path(__file__).resolve().parent.parent


def _curriculum_or_stop() -> Curriculum:
    """The curriculum; ends with code 1 and the findings if there is none to speak of."""
    found = read(ROOT)
    if found.curriculum is None:
        _print_findings(found, release=False)
        sys.exit(1)
    return found.curriculum


@contextmanager
def _refusals() -> Iterator[None]:
    """Nothing; turns what authoring refuses into one line and exit code 1."""
    try:
        yield
    except authoring.Refused as refused:
        raise click.ClickException(str(refused)) from refused


def _print_findings(found: Read, *, release: bool) -> None:
    """Nothing; prints every finding and a line that counts them."""
    for finding in found.findings:
        click.echo(str(finding))
    errors = sum(finding.level == "error" for finding in found.findings)
    warnings = len(found.findings) - errors
    strict = " (warnings stop a release)" if release and warnings else ""
    click.echo(f"{errors} errors, {warnings} warnings{strict}")


def _one_line(_context: click.Context, _option: click.Parameter, value: str) -> str:
    """The words of an option without white space around; wrong usage if empty or with marks unseen."""
    words = value.strip()
    if not words:
        raise click.BadParameter("it is empty.")
    if any(
        unicodedata.category(mark) in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp") for mark in words
    ):
        raise click.BadParameter("it holds a line break or another mark that cannot be seen.")
    return words


class Commands(click.Group):
    """The commands; a file or folder that cannot be used is one line and exit code 1."""

    def invoke(self, ctx: click.Context) -> object:
        """What the command gives."""
        ctx.obj = ROOT
        try:
            return super().invoke(ctx)
        except OSError as error:
            if error.errno == errno.EPIPE:  # `tot status | head`: click ends quietly
                raise
            line = f"{error.filename}: {error.strerror}" if error.filename else str(error)
            raise click.ClickException(line) from error


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Builds the bilingual social protection curriculum: site, decks, quizzes."""
    output.recover(ROOT)


main.add_command(results)
main.add_command(translate)


@main.command()
@click.argument("part", type=click.Choice(["all", "site", "decks"]), default="all")
@click.option("--module", help="Only the decks of this module, or of all `tools`.")
@click.option("--track", help="Only the decks of this track: its days and tests.")
@click.option("--day", type=click.IntRange(1), help="Only this day of the track.")
@click.option("--lang", type=click.Choice(EDITIONS), help="Only decks of this edition.")
@click.option("--release", is_flag=True, help="Let warnings stop the build too.")
def build(
    part: str, module: str | None, track: str | None, day: int | None, lang: Edition | None,
    release: bool,
) -> None:  # fmt: skip
    """Build everything into site/, or one part of it into the site that is there."""
    if (module or track or lang or day) and part != "decks":
        raise click.UsageError("--module, --track, --day and --lang go with `build decks`.")
    if module and track:
        raise click.UsageError("A deck is of a module or of a track: give one of the two.")
    if day is not None and track is None:
        raise click.UsageError("--day goes with --track.")
    order = building.Order(part, module, track, day, lang, release)
    if module or track:
        _known_decks(order)
    ok, found = building.build(ROOT, order, lambda line: click.echo(line))
    if found.findings or not ok:
        _print_findings(found, release=release)
    if ok:
        click.echo(_ready())
    sys.exit(0 if ok else 1)


def _known_decks(order: building.Order) -> None:
    """Nothing; wrong usage if no deck is of the ordered module, track or day."""
    found = read(ROOT)
    if found.curriculum is None or found.stops():
        _print_findings(found, release=False)
        sys.exit(1)
    try:
        known = outlines(found.curriculum)
    except MissingWord as missing:
        raise click.ClickException(str(missing)) from missing
    for option, name in (("module", order.module), ("track", order.track)):
        ids = {one.of for one in known if (one.purpose in MODULE_DECKS) == (option == "module")}
        if name is not None and name not in ids:
            hint = did_you_mean(name, ids)
            raise click.UsageError(f"there is no {option} `{name}` with decks. {hint}".strip())
    if not any(map(order.wants, known)):
        raise click.UsageError(f"the track `{order.track}` has no day {order.day}.")


def _ready() -> str:
    """The line that says what can be opened now."""
    if (ROOT / "site/index.html").is_file():
        return "site/index.html is ready: open it in a browser."
    decks = sorted((ROOT / "site" / building.DECKS).glob("*.pptx"))
    if not decks:
        return "No module has slides; no deck was made."
    return f"Ready, without pages: {', '.join(d.relative_to(ROOT).as_posix() for d in decks)}"


@main.command()
@click.option("--release", is_flag=True, help="Count warnings as errors.")
@click.option("--fix", is_flag=True, help="First mend misspelt Lao letters in the files.")
def check(release: bool, fix: bool) -> None:
    """Print every mistake in the sources, with its place and the way to mend it."""
    if fix:
        _mend()
    found = read(ROOT)
    try:
        found = building.checked(ROOT, found)
    except building.TROUBLES as trouble:
        _print_findings(found, release=release)
        raise click.ClickException(str(trouble)) from trouble
    _print_findings(found, release=release)
    sys.exit(1 if found.stops(release=release) else 0)


def _mend() -> None:
    """Nothing; mends what can be mended safely and prints how many places of which file."""
    try:
        counts = authoring.mend(ROOT, read_sources(ROOT).files)
    except authoring.Refused as refused:
        click.echo(str(refused), err=True)
        counts = {}
    for path, count in counts.items():
        click.echo(f"{path}: {count} mended")
    click.echo(f"{sum(counts.values())} mended; what is left:")


@main.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="0.0.0.0 shows it to the LAN.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535))
def serve(host: str, port: int) -> None:
    """Preview the pages; a saved source is built again and open pages reload. Decks stay as built."""

    def rebuild() -> bool:
        ok, found = building.build(ROOT, building.Order("site"), lambda line: click.echo(line))
        _print_findings(found, release=False)
        return ok

    try:
        server = listen(ROOT, host, port)
    except OSError as error:
        line = f"{host}, port {port}: {error.strerror}; try another --port."
        raise click.ClickException(line) from error
    if not rebuild() and not (ROOT / "site").is_dir():
        sys.exit(1)
    click.echo(f"http://{host}:{server.server_address[1]}/ (Ctrl+C ends)")
    run_server(server, ROOT, SOURCE_FOLDERS, rebuild)


@main.command()
@click.argument("key", nargs=-1)
@click.option(
    "--module", "part", help="Every text of this module, of a lesson, or of `curriculum`."
)
@click.option("--keys", type=click.Choice(["missing", "draft", "reviewed", "stale", "unstamped"]),
              help="Print the keys of the texts in this state instead, one a line.")  # fmt: skip
@click.option("--diff", is_flag=True,
              help="Show what changed in the English of the texts out of date, or of these KEYs.")  # fmt: skip
def status(key: tuple[str, ...], part: str | None, keys: str | None, diff: bool) -> None:
    """Show what is written, translated, reviewed, out of date, unproved and planned."""
    if key and (part or not diff):
        raise click.UsageError("KEY goes with --diff, and without --module.")
    if keys and diff:
        raise click.UsageError("--keys and --diff are two questions: ask one.")
    curriculum = _curriculum_or_stop()
    if part is not None and part not in (known := standing.known_parts(curriculum)):
        hint = did_you_mean(part, known)
        raise click.UsageError(f"there is no module or lesson `{part}`. {hint}".strip())
    if keys:
        for address in standing.keys(curriculum, keys, part):
            click.echo(address)
    elif diff:
        _print_changes(curriculum, key, part)
    elif part:
        click.echo(standing.part_text(curriculum, part))
    else:
        click.echo(standing.status_text(curriculum))


def _print_changes(curriculum: Curriculum, keys: tuple[str, ...], part: str | None) -> None:
    """Nothing; prints what changed in the texts out of date, one after the other."""
    stale = {unit.address: unit for unit in standing.stale_units(curriculum, part)}
    for address in keys:
        if address not in stale:
            hint = did_you_mean(address, stale)
            raise click.ClickException(f"no text `{address}` is out of date. {hint}".strip())
    if not stale:
        click.echo("Nothing is out of date.")
        return
    chosen = [unit for address, unit in stale.items() if not keys or address in keys]
    past = history(ROOT)
    files = read_sources(ROOT).files
    for text in standing.changes_text(curriculum, files, chosen, past.versions, past.gap):
        click.echo(text)


@main.command()
@click.argument("key", nargs=-1, required=True)
def stamp(key: tuple[str, ...]) -> None:
    """Record that the Lao of these texts matches the English as it is now."""
    with _refusals():
        count = authoring.record(ROOT, _curriculum_or_stop(), key, stamped)
    click.echo(f"{count} texts stamped as draft.")


@main.command()
@click.argument("key", nargs=-1, required=True)
@click.option(
    "--by",
    required=True,
    callback=_one_line,
    help="The reviewer's office, or the name agreed with them.",
)
@click.option(
    "--on", "day", required=True, type=click.DateTime(["%Y-%m-%d"]), help="The day of the review."
)
def review(key: tuple[str, ...], by: str, day: datetime) -> None:
    """Record who has reviewed the Lao of these texts, and when. Nobody reviews their own work."""
    on = day.date().isoformat()
    with _refusals():
        count = authoring.record(
            ROOT, _curriculum_or_stop(), key, lambda unit: reviewed(unit, by, on)
        )
    click.echo(f"{count} texts marked as reviewed by {by} on {on}.")


@main.command()
@click.argument("path")
@click.option("--title", required=True, callback=_one_line, help="The English title.")
def new(path: str, title: str) -> None:
    """Make the files of a module (`new finance`) or of a lesson (`new finance/costing`)."""
    with _refusals():
        for name in authoring.make_new(ROOT, _curriculum_or_stop(), path, title):
            click.echo(name)


@main.command(context_settings={"ignore_unknown_options": True})
@click.argument("pytest_arguments", nargs=-1, type=click.UNPROCESSED)
def test(pytest_arguments: tuple[str, ...]) -> None:
    """Run all tests and the checks of style and types; --slow adds the long proofs."""
    sys.exit(testing.run(ROOT, pytest_arguments))


if __name__ == "__main__":
    main(prog_name="./tot")

"""What a tool is: its inputs, what follows from them and by which formula. Words are in curriculum/tools/.

A tool never reads or prints. It works on exact numbers in the units that it names, so that its
twin in `web/tools/` gives the same result.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from build_tools.model.evidence import Unit

Value = Fraction | None
"""A result; None where it cannot be worked out because there is nothing to divide by."""
Results = Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Given:
    """What a tool works on: numbers by the id of the input, the chosen option by that of the choice.

    A number stands in the unit of its input: 80 for 80 percent.
    """

    numbers: Mapping[str, Fraction]
    choices: Mapping[str, str] = field(default_factory=dict)

    def __getitem__(self, name: str) -> Fraction:
        """The number of an input."""
        return self.numbers[name]

    def rate(self, name: str) -> Fraction:
        """A percentage as a share of one: 80 percent is 4/5."""
        return self.numbers[name] / 100


@dataclass(frozen=True, slots=True)
class Input:
    """A number that the learner can change; its id is that of its parameter in parameters.yaml."""

    id: str
    symbol: str
    unit: Unit


@dataclass(frozen=True, slots=True)
class Choice:
    """A rule among several; the first option is the lesson's."""

    id: str
    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Output:
    """A step and its result.

    `formula` names inputs and earlier outputs in braces and knows + - × ÷ ^ ( ) min max mod;
    percentages count as shares of one. Where a choice decides, `formulas` has one for each option
    of the choice `by`. A `main` output is what the learner came for.
    """

    id: str
    symbol: str
    unit: Unit
    formula: str = ""
    decimals: int = 0
    main: bool = False
    by: str = ""
    formulas: Mapping[str, str] = field(default_factory=dict)

    def formula_for(self, given: Given) -> str:
        """The formula that the given choices ask for."""
        return self.formulas[given.choices[self.by]] if self.by else self.formula


@dataclass(frozen=True, slots=True)
class Limit:
    """What cannot be otherwise: the sum of `small` is not more than the sum of `large`."""

    id: str
    small: tuple[str, ...]
    large: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bars:
    """A chart with a bar for each of these inputs or outputs, all of one unit."""

    values: tuple[str, ...]
    unit: Unit


@dataclass(frozen=True, slots=True)
class Lines:
    """A chart over time: `points` gives each series a value for each category, a number of time units."""

    series: tuple[str, ...]
    unit: Unit
    categories: tuple[int, ...]
    points: Callable[[Given, Results], Mapping[str, tuple[Fraction, ...]]]


@dataclass(frozen=True, slots=True)
class Calculator:
    """A tool that works out numbers from numbers, step by step."""

    id: str
    inputs: tuple[Input, ...]
    outputs: tuple[Output, ...]
    compute: Callable[[Given], Results]
    choices: tuple[Choice, ...] = ()
    limits: tuple[Limit, ...] = ()
    chart: Bars | Lines | None = None

    def broken_limits(self, given: Given) -> tuple[Limit, ...]:
        """The limits that these numbers pass."""
        return tuple(
            limit
            for limit in self.limits
            if sum(given[name] for name in limit.small) > sum(given[name] for name in limit.large)
        )


@dataclass(frozen=True, slots=True)
class Column:
    """A question asked of every row of a sorting, and the answers it can have."""

    id: str
    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sorting:
    """A tool that asks the same questions of every row (a card, a guarantee, an option) and judges it.

    The rows and their words are in curriculum/tools/. A column without options takes them from there.
    `judge` gives the id of one of `verdicts` for the answers of a row, by column. `room` says how
    many rows may have each verdict, given the number of rows; None where any number may.
    """

    id: str
    columns: tuple[Column, ...]
    verdicts: tuple[str, ...]
    judge: Callable[[Mapping[str, str]], str]
    room: Callable[[int], Mapping[str, int]] | None = None


Definition = Calculator | Sorting

"""What a monthly grant is worth: beside the minimum wage, in dollars on three dates, and after years.

share = B ÷ W; dollars = B ÷ e; what it buys after t years of inflation i, in kip of the first year:
B ÷ (1 + i) ^ t if it is never raised, B ÷ (1 + i) ^ (t mod k) if it is raised with prices every k
years, B if every year; then B × (1 + i) ^ t must be paid. A rise makes up for all inflation since
the start. Rules and formula are the curriculum's own.

The amount is that of the pilot in 2021 (fact `grant-monthly-amount`), the minimum wage that since
October 2024 (`minimum-wage-from-2024-10`), the exchange rates those of November 2018, July 2021 and
February 2025 (`kip-per-dollar-2018`, `-2021`, `-2025`), inflation that of January 2026 from a blog
(`inflation-january-2026`). Invented: that inflation stays the same every year, the number of years
and the years from one rise to the next. Whether the real grant was ever raised was not found.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from build_tools.tools.base import Calculator, Given, Input, Lines, Output, Results
from build_tools.tools.exact import MONTHS_IN_A_YEAR, half_up, real_value, share

YEARS = tuple(range(11))


def compute(given: Given) -> Results:
    """Every result: the share with one decimal, dollars with two, money in whole kip."""
    benefit, years = given["grant-benefit"], given["grant-value-years"]
    since = years % given["grant-rise-every"]
    return {
        "share": share(benefit, given["minimum-wage"]),
        "dollars-2018": half_up(benefit / given["exchange-rate-2018"], 2),
        "dollars-2021": half_up(benefit / given["exchange-rate-2021"], 2),
        "dollars-2025": half_up(benefit / given["exchange-rate"], 2),
        "never": _buys(given, years),
        "years-since-rise": since,
        "some-years": _buys(given, since),
        "every-year": benefit,
        "needed": _buys(given, -years),
    }


def _buys(given: Given, years: Fraction) -> Fraction:
    """What the amount buys so many years after it was right; before it, for negative years."""
    return real_value(given["grant-benefit"], given["inflation"], years * MONTHS_IN_A_YEAR)


def points(given: Given, results: Results) -> Mapping[str, tuple[Fraction, ...]]:
    """What the amount buys in each year by each of the three rules."""
    every = int(given["grant-rise-every"])
    return {
        "never": tuple(_buys(given, Fraction(year)) for year in YEARS),
        "some-years": tuple(_buys(given, Fraction(year % every)) for year in YEARS),
        "every-year": tuple(given["grant-benefit"] for _ in YEARS),
    }


TOOL = Calculator(
    id="grant-value",
    inputs=(
        Input("grant-benefit", "B", "lak"),
        Input("minimum-wage", "W", "lak"),
        Input("exchange-rate-2018", "e₁", "lak"),
        Input("exchange-rate-2021", "e₂", "lak"),
        Input("exchange-rate", "e₃", "lak"),
        Input("inflation", "i", "percent"),
        Input("grant-value-years", "t", "years"),
        Input("grant-rise-every", "k", "years"),
    ),
    outputs=(
        Output("share", "s", "percent", "{grant-benefit} ÷ {minimum-wage}", decimals=1),
        Output("dollars-2018", "D₁", "usd", "{grant-benefit} ÷ {exchange-rate-2018}", decimals=2),
        Output("dollars-2021", "D₂", "usd", "{grant-benefit} ÷ {exchange-rate-2021}", decimals=2),
        Output("dollars-2025", "D₃", "usd", "{grant-benefit} ÷ {exchange-rate}", decimals=2),
        Output(
            "never", "V₁", "lak",
            "{grant-benefit} ÷ (1 + {inflation}) ^ {grant-value-years}", main=True,
        ),
        Output("years-since-rise", "r", "years", "mod({grant-value-years}; {grant-rise-every})"),
        Output(
            "some-years", "V₂", "lak",
            "{grant-benefit} ÷ (1 + {inflation}) ^ {years-since-rise}", main=True,
        ),
        Output("every-year", "V₃", "lak", "{grant-benefit}", main=True),
        Output("needed", "A", "lak", "{grant-benefit} × (1 + {inflation}) ^ {grant-value-years}"),
    ),
    compute=compute,
    chart=Lines(("never", "some-years", "every-year"), "lak", YEARS, points),
)  # fmt: skip

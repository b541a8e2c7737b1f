"""What a monthly grant for pregnancy and the first months of a child costs a province in one year.

births = P × b ÷ 1000; cases = births × u; person-months = cases × (mp + mc);
transfers = person-months × B; total = transfers ÷ (1 - a); paid at one time = person-months ÷ 12.
One case is one mother with her child. The formula is the curriculum's own; it shows a normal year,
not the first one, and one province: the largest population it takes is below that of the country,
because a result for the country would rest on an old birth rate and on invented shares.

Months and amount are those of the pilot of the Mother and Early Childhood Grant in 2021-2022 (facts
`grant-pregnancy-months`, `grant-child-age-limit`, `grant-monthly-amount`), the birth rate that of
the census of 2015 (`birth-rate-2015`), the other one that of a weak source (`birth-rate-2022`), the
exchange rate that of 6 February 2025 (`kip-per-dollar-2025`). Invented: the population, the take-up
and the overhead.
"""

from __future__ import annotations

from fractions import Fraction

from build_tools.tools.base import Bars, Calculator, Given, Input, Output, Results
from build_tools.tools.exact import half_up


def compute(given: Given) -> Results:
    """Every result: people and person-months whole, money in whole kip, dollars in whole dollars."""
    months = given["grant-pregnancy-months"] + given["grant-child-months"]
    on_families = 1 - given.rate("grant-overhead")
    births, cases = _people(given, "birth-rate")
    other_births, other_cases = _people(given, "birth-rate-comparison")
    person_months = cases * months
    transfers = person_months * given["grant-benefit"]
    total = half_up(transfers / on_families)
    return {
        "births": births,
        "cases": cases,
        "person-months": person_months,
        "at-one-time": half_up(person_months / 12),
        "transfers": transfers,
        "total": total,
        "total-usd": half_up(total / given["exchange-rate"]),
        "total-higher": half_up(transfers * 11 / 10 / on_families),
        "births-comparison": other_births,
        "cases-comparison": other_cases,
        "total-comparison": half_up(other_cases * months * given["grant-benefit"] / on_families),
    }


def _people(given: Given, birth_rate: str) -> tuple[Fraction, Fraction]:
    """Births and cases of a year at this birth rate."""
    births = half_up(given["saengdao-population"] * given[birth_rate] / 1000)
    return births, half_up(births * given.rate("grant-take-up"))


TOOL = Calculator(
    id="grant-costing",
    inputs=(
        Input("saengdao-population", "P", "people"),
        Input("birth-rate", "b", "per-thousand"),
        Input("grant-take-up", "u", "percent"),
        Input("grant-pregnancy-months", "mp", "months"),
        Input("grant-child-months", "mc", "months"),
        Input("grant-benefit", "B", "lak"),
        Input("grant-overhead", "a", "percent"),
        Input("exchange-rate", "e", "lak"),
        Input("birth-rate-comparison", "b₂", "per-thousand"),
    ),
    outputs=(
        Output("births", "N", "people", "{saengdao-population} × {birth-rate} ÷ 1000"),
        Output("cases", "C", "people", "{births} × {grant-take-up}"),
        Output(
            "person-months", "M", "months",
            "{cases} × ({grant-pregnancy-months} + {grant-child-months})",
        ),
        Output("at-one-time", "R", "people", "{person-months} ÷ 12"),
        Output("transfers", "T", "lak", "{person-months} × {grant-benefit}"),
        Output("total", "K", "lak", "{transfers} ÷ (1 - {grant-overhead})", main=True),
        Output("total-usd", "D", "usd", "{total} ÷ {exchange-rate}"),
        Output("total-higher", "K₁", "lak", "{transfers} × 1.1 ÷ (1 - {grant-overhead})"),
        Output(
            "births-comparison", "N₂", "people",
            "{saengdao-population} × {birth-rate-comparison} ÷ 1000",
        ),
        Output("cases-comparison", "C₂", "people", "{births-comparison} × {grant-take-up}"),
        Output(
            "total-comparison", "K₂", "lak",
            "{cases-comparison} × ({grant-pregnancy-months} + {grant-child-months})"
            " × {grant-benefit} ÷ (1 - {grant-overhead})",
        ),
    ),
    compute=compute,
    chart=Bars(("total", "total-higher", "total-comparison"), "lak"),
)  # fmt: skip

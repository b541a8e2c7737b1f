"""What a monthly grant for pregnancy and the first months of a child costs a province in one year.

births = P × b ÷ 1000; cases = births × u; person-months = cases × (mp + mc);
transfers = person-months × B; total = transfers ÷ (1 - a); one case is one mother with her child.
Months and amount are those of the pilot of the Mother and Early Childhood Grant (facts
`grant-pregnancy-months`, `grant-child-age-limit`, `grant-monthly-amount`), the birth rate that of
the census of 2015 (`birth-rate-2015`); take-up and overhead are invented. The formula shows a
normal year, not the first one, and one province, never the whole country.
"""

from __future__ import annotations

from build_tools.tools.base import Bars, Calculator, Given, Input, Output, Results
from build_tools.tools.exact import half_up


def compute(given: Given) -> Results:
    """Every result: people and person-months whole, money in whole kip, dollars in whole dollars."""
    months = given["grant-pregnancy-months"] + given["grant-child-months"]
    births = half_up(given["saengdao-population"] * given["birth-rate"] / 1000)
    cases = half_up(births * given.rate("grant-take-up"))
    person_months = cases * months
    transfers = person_months * given["grant-benefit"]
    on_families = 1 - given.rate("grant-overhead")
    other = given["saengdao-population"] * given["birth-rate-comparison"] / 1000
    other_cases = other * given.rate("grant-take-up")
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
        "total-comparison": half_up(other_cases * months * given["grant-benefit"] / on_families),
    }


TOOL = Calculator(
    id="grant-costing",
    inputs=(
        Input("saengdao-population", "P", "people"),
        Input("birth-rate", "b", "per-thousand"),
        Input("birth-rate-comparison", "b₂", "per-thousand"),
        Input("grant-take-up", "u", "percent"),
        Input("grant-pregnancy-months", "mp", "months"),
        Input("grant-child-months", "mc", "months"),
        Input("grant-benefit", "B", "lak"),
        Input("grant-overhead", "a", "percent"),
        Input("exchange-rate", "e", "lak"),
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
            "total-comparison", "K₂", "lak",
            "{saengdao-population} × {birth-rate-comparison} ÷ 1000 × {grant-take-up}"
            " × ({grant-pregnancy-months} + {grant-child-months}) × {grant-benefit}"
            " ÷ (1 - {grant-overhead})",
        ),
    ),
    compute=compute,
    chart=Bars(("total", "total-higher", "total-comparison"), "lak"),
)  # fmt: skip

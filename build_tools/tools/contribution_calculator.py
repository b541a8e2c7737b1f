"""What employer and employee pay to the National Social Security Fund in one month.

base = min(max(salary; floor); ceiling); each side pays base × its rate; a voluntary member pays
declared income × rate. Two rules for the floor were found, and the learner chooses: an amount that a
payroll firm gave in January 2026 (fact `contribution-floor-2026`), or half of the minimum wage
(`contribution-floor-2017`). The private rates and the ceiling are facts `contribution-rate-employer`,
`contribution-rate-employee` and `contribution-ceiling`: after 2017 only payroll firms state them.

The public rates are those of the law of 2013, shares "of the salary" (`public-sector-rate-state`,
`public-sector-rate-employee`). No source found says whether a floor and a ceiling hold for them, so
the base of the public sector is the salary as it is. The voluntary rate stands on an undated page
(`contribution-rate-voluntary`); the declared income is what 108,000 kip at that rate implies
(`voluntary-base-implied`). Invented: the salary.
"""

from __future__ import annotations

from fractions import Fraction

from build_tools.tools.base import Bars, Calculator, Choice, Given, Input, Limit, Output, Results
from build_tools.tools.exact import half_up


def compute(given: Given) -> Results:
    """Every result in whole kip."""
    public = given.choices["sector"] == "public"
    floor, base = _floor(given), given["example-salary"]
    if not public:
        base = min(max(base, floor), given["contribution-ceiling"])
    paying = "contribution-rate-state" if public else "contribution-rate-employer"
    earning = "contribution-rate-civil-servant" if public else "contribution-rate-employee"
    employer = half_up(base * given.rate(paying))
    employee = half_up(base * given.rate(earning))
    return {
        "floor": floor,
        "base": base,
        "employer": employer,
        "employee": employee,
        "total": employer + employee,
        "voluntary": half_up(given["voluntary-base"] * given.rate("contribution-rate-voluntary")),
    }


def _floor(given: Given) -> Fraction:
    """The lowest salary that counts, by the rule that was chosen."""
    if given.choices["floor-rule"] == "amount":
        return given["contribution-floor"]
    return half_up(given["minimum-wage"] * given.rate("contribution-floor-share"))


TOOL = Calculator(
    id="contribution-calculator",
    choices=(
        Choice("sector", ("private", "public")),
        Choice("floor-rule", ("amount", "share-of-wage")),
    ),
    inputs=(
        Input("example-salary", "S", "lak"),
        Input("contribution-rate-employer", "r₁", "percent"),
        Input("contribution-rate-employee", "r₂", "percent"),
        Input("contribution-ceiling", "C", "lak"),
        Input("contribution-floor", "F₁", "lak"),
        Input("contribution-floor-share", "f", "percent"),
        Input("minimum-wage", "W", "lak"),
        Input("contribution-rate-state", "r₃", "percent"),
        Input("contribution-rate-civil-servant", "r₄", "percent"),
        Input("voluntary-base", "V", "lak"),
        Input("contribution-rate-voluntary", "r₅", "percent"),
    ),
    outputs=(
        Output("floor", "F", "lak", by="floor-rule", formulas={
            "amount": "{contribution-floor}",
            "share-of-wage": "{minimum-wage} × {contribution-floor-share}",
        }),
        Output("base", "G", "lak", by="sector", formulas={
            "private": "min(max({example-salary}; {floor}); {contribution-ceiling})",
            "public": "{example-salary}",
        }),
        Output("employer", "E", "lak", by="sector", formulas={
            "private": "{base} × {contribution-rate-employer}",
            "public": "{base} × {contribution-rate-state}",
        }),
        Output("employee", "L", "lak", by="sector", formulas={
            "private": "{base} × {contribution-rate-employee}",
            "public": "{base} × {contribution-rate-civil-servant}",
        }),
        Output("total", "T", "lak", "{employer} + {employee}", main=True),
        Output("voluntary", "J", "lak", "{voluntary-base} × {contribution-rate-voluntary}"),
    ),
    compute=compute,
    limits=(Limit("floor-above-ceiling", ("contribution-floor",), ("contribution-ceiling",)),),
    chart=Bars(("example-salary", "base", "total"), "lak"),
)  # fmt: skip

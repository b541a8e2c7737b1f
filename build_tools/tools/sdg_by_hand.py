"""SDG indicator 1.3.1 for a province: who is covered, each person counted once.

coverage = people who contribute or receive a benefit ÷ reference population; every series has a
denominator of its own. Who counts are facts (`sdg-131-counts`, `sdg-131-series`); all numbers are
those of the invented province Saengdao, where members, pensioners, people with disability benefit
and grant recipients do not overlap. The insured mothers are already among the members: adding them
counts them twice, which the tool shows as the mistake that it is.
"""

from __future__ import annotations

from build_tools.tools.base import Bars, Calculator, Given, Input, Limit, Output, Results
from build_tools.tools.exact import share


def compute(given: Given) -> Results:
    """Every result: people whole, coverage in percent with one decimal."""
    population = given["saengdao-population"]
    pensioners, disability = given["saengdao-pensioners"], given["saengdao-disability-benefit"]
    members, grant = given["saengdao-insured-members"], given["saengdao-grant-recipients"]
    covered = members + pensioners + disability + grant
    twice = covered + given["saengdao-insured-mothers"]
    return {
        "covered": covered,
        "coverage": share(covered, population),
        "coverage-older": share(pensioners, given["saengdao-older-persons"]),
        "coverage-disability": share(disability, given["saengdao-persons-with-disability"]),
        "covered-twice": twice,
        "coverage-twice": share(twice, population),
    }


TOOL = Calculator(
    id="sdg-by-hand",
    inputs=(
        Input("saengdao-population", "P", "people"),
        Input("saengdao-insured-members", "m", "people"),
        Input("saengdao-insured-mothers", "w", "people"),
        Input("saengdao-pensioners", "p", "people"),
        Input("saengdao-older-persons", "O", "people"),
        Input("saengdao-disability-benefit", "d", "people"),
        Input("saengdao-persons-with-disability", "D", "people"),
        Input("saengdao-grant-recipients", "g", "people"),
    ),
    outputs=(
        Output(
            "covered", "N", "people",
            "{saengdao-insured-members} + {saengdao-pensioners}"
            " + {saengdao-disability-benefit} + {saengdao-grant-recipients}",
        ),
        Output(
            "coverage", "C", "percent", "{covered} ÷ {saengdao-population}", decimals=1, main=True
        ),
        Output(
            "coverage-older", "C₁", "percent",
            "{saengdao-pensioners} ÷ {saengdao-older-persons}", decimals=1,
        ),
        Output(
            "coverage-disability", "C₂", "percent",
            "{saengdao-disability-benefit} ÷ {saengdao-persons-with-disability}", decimals=1,
        ),
        Output("covered-twice", "N₂", "people", "{covered} + {saengdao-insured-mothers}"),
        Output(
            "coverage-twice", "C₃", "percent", "{covered-twice} ÷ {saengdao-population}", decimals=1
        ),
    ),
    compute=compute,
    limits=(
        Limit("older-of-population", ("saengdao-older-persons",), ("saengdao-population",)),
        Limit(
            "disability-of-population",
            ("saengdao-persons-with-disability",),
            ("saengdao-population",),
        ),
        Limit("mothers-of-members", ("saengdao-insured-mothers",), ("saengdao-insured-members",)),
        Limit("pensioners-of-older", ("saengdao-pensioners",), ("saengdao-older-persons",)),
        Limit(
            "benefit-of-disability",
            ("saengdao-disability-benefit",),
            ("saengdao-persons-with-disability",),
        ),
        Limit(
            "covered-of-population",
            (
                "saengdao-insured-members", "saengdao-pensioners", "saengdao-disability-benefit",
                "saengdao-grant-recipients",
            ),
            ("saengdao-population",),
        ),
    ),
    chart=Bars(("coverage", "coverage-older", "coverage-disability"), "percent"),
)  # fmt: skip

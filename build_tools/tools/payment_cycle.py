"""What one person is owed, how a payment day closes, and what late money is still worth.

due = months since the last payment × B; one payment = months of a cycle × B; paid share = paid ÷
people on the list; unaccounted = list - paid - failed, which must be 0; real value = one payment
÷ (1 + i) ^ (months late ÷ 12). Amount and cycle are those of the pilot of the Mother and Early
Childhood Grant (facts `grant-monthly-amount`, `grant-payment-cycle`), inflation is a fact
(`inflation-peak-2023`); the payment day (people, months due, months late) is invented.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from build_tools.tools.base import Calculator, Given, Input, Limit, Lines, Output, Results
from build_tools.tools.exact import half_up, real_value, share

MONTHS = tuple(range(12))


def compute(given: Given) -> Results:
    """Every result: money in whole kip, people whole, rounds and shares with one decimal."""
    benefit, cycle = given["grant-benefit"], given["grant-payment-cycle"]
    instructed, paid = given["payment-instructed"], given["payment-paid"]
    due = given["payment-months-due"] * benefit
    payment = cycle * benefit
    return {
        "due": due,
        "rounds": half_up(given["payment-months-due"] / cycle, 1) if cycle else None,
        "paid-share": share(paid, instructed),
        "unaccounted": instructed - paid - given["payment-failed"],
        "to-take-along": instructed * due,
        "goes-back": given["payment-failed"] * due,
        "payment": payment,
        "real-value": real_value(payment, given["inflation-peak"], given["payment-months-late"]),
    }


def points(given: Given, results: Results) -> Mapping[str, tuple[Fraction, ...]]:
    """For months 0 to 11: what one person is owed so far, and what has been paid so far."""
    benefit, cycle = given["grant-benefit"], given["grant-payment-cycle"]
    late = given["payment-months-late"]
    rounds = [sum(n * cycle + late <= month for n in MONTHS[1:]) for month in MONTHS]
    return {
        "due-so-far": tuple(month * benefit for month in MONTHS),
        "paid-so-far": tuple(count * cycle * benefit for count in rounds),
    }


TOOL = Calculator(
    id="payment-cycle",
    inputs=(
        Input("grant-benefit", "B", "lak"),
        Input("grant-payment-cycle", "c", "months"),
        Input("payment-months-due", "m", "months"),
        Input("payment-instructed", "N", "people"),
        Input("payment-paid", "p", "people"),
        Input("payment-failed", "f", "people"),
        Input("payment-months-late", "t", "months"),
        Input("inflation-peak", "i", "percent"),
    ),
    outputs=(
        Output("due", "D", "lak", "{payment-months-due} × {grant-benefit}", main=True),
        Output("rounds", "r", "count", "{payment-months-due} ÷ {grant-payment-cycle}", decimals=1),
        Output("paid-share", "s", "percent", "{payment-paid} ÷ {payment-instructed}", decimals=1),
        Output(
            "unaccounted", "U", "people",
            "{payment-instructed} - {payment-paid} - {payment-failed}", main=True,
        ),
        Output("to-take-along", "T", "lak", "{payment-instructed} × {due}"),
        Output("goes-back", "F", "lak", "{payment-failed} × {due}"),
        Output("payment", "A", "lak", "{grant-payment-cycle} × {grant-benefit}"),
        Output(
            "real-value", "V", "lak",
            "{payment} ÷ (1 + {inflation-peak}) ^ ({payment-months-late} ÷ 12)", main=True,
        ),
    ),
    compute=compute,
    limits=(Limit("paid-and-failed", ("payment-paid", "payment-failed"), ("payment-instructed",)),),
    chart=Lines(("due-so-far", "paid-so-far"), "lak", MONTHS, points),
)  # fmt: skip

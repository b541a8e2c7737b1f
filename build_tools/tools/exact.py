"""Exact arithmetic of the tools: one rule of rounding; `web/tools/exact.js` is its twin."""

from __future__ import annotations

from fractions import Fraction

MONTHS_IN_A_YEAR = 12


def half_up(value: Fraction, decimals: int = 0) -> Fraction:
    """The value rounded to so many decimals; a half goes away from zero: 2.5 to 3, -2.5 to -3."""
    scale = 10**decimals
    size = (abs(value) * scale * 2 + 1) // 2
    return Fraction(size if value >= 0 else -size, scale)


def share(part: Fraction, whole: Fraction, decimals: int = 1) -> Fraction | None:
    """Part of the whole in percent, rounded; None where the whole is nothing."""
    return half_up(part * 100 / whole, decimals) if whole else None


def real_value(nominal: Fraction, inflation: Fraction, months: Fraction) -> Fraction:
    """What an amount buys after some months, in whole units of the money at their beginning.

    nominal / (1 + i) ^ (months / 12), where `inflation` is i in percent a year. The power is
    worked out in floating point: the twin may differ by one unit.
    """
    power = (1 + float(inflation) / 100) ** (float(months) / MONTHS_IN_A_YEAR)
    return half_up(Fraction(float(nominal) / power))

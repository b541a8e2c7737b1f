"""The formulas that tools show: what they give, so that nothing is shown that is not true.

Numbers, {names}, + - × ÷ ^, parentheses, min(a; b), max(a; b)
and mod(a; b), what is left of a after full steps of b. The tools themselves do not work
by these formulas; a test holds both against each other.
"""

from __future__ import annotations

import ast
import operator
import re
from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction

_SIGNS = str.maketrans({"×": "*", "÷": "/", "−": "-", ";": ","})
_NAME = re.compile(r"\{([a-z0-9-]+)\}")
_NUMBER = re.compile(r"(?<![\w.{-])\d+(?:\.\d+)?(?![\w}])")
_OPERATORS: Mapping[type[ast.operator], Callable[[Fraction, Fraction], Fraction]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}
_FUNCTIONS: Mapping[str, Callable[..., Fraction]] = {
    "min": min,
    "max": max,
    "mod": operator.mod,
}


def names(formula: str) -> tuple[str, ...]:
    """The ids of the inputs and earlier outputs that a formula names, in order."""
    return tuple(_NAME.findall(formula))


def evaluate(formula: str, values: Mapping[str, Fraction]) -> Fraction | None:
    """What the formula gives, unrounded; None where it divides by nothing.

    Raises KeyError for a name without a value, ValueError for what is no formula.
    """
    listed = list(dict.fromkeys(names(formula)))
    text = _NAME.sub(lambda found: f"v{listed.index(found[1])}", formula).translate(_SIGNS)
    known = {f"v{place}": values[name] for place, name in enumerate(listed)}
    try:
        return _value(ast.parse(text.replace("^", "**"), mode="eval").body, known)
    except ZeroDivisionError:
        return None
    except SyntaxError as error:
        raise ValueError(f"no formula: {formula}") from error


def _value(node: ast.expr, known: Mapping[str, Fraction]) -> Fraction:
    """The value of a part of a formula; raises ValueError for anything that is not arithmetic."""
    match node:
        case ast.Constant(value=int() | float() as number):
            return Fraction(str(number))
        case ast.Name(id=name):
            return known[name]
        case ast.UnaryOp(op=ast.USub(), operand=inner):
            return -_value(inner, known)
        case ast.BinOp(left=left, op=ast.Pow(), right=right):
            return Fraction(float(_value(left, known)) ** float(_value(right, known)))
        case ast.BinOp(left=left, op=sign, right=right) if type(sign) in _OPERATORS:
            return _OPERATORS[type(sign)](_value(left, known), _value(right, known))
        case ast.Call(func=ast.Name(id=name), args=parts) if name in _FUNCTIONS:
            return _FUNCTIONS[name](*(_value(part, known) for part in parts))
    raise ValueError(f"no arithmetic: {ast.dump(node)}")


def constants(formula: str) -> tuple[Fraction, ...]:
    """The numbers that are written in the formula itself."""
    return tuple(Fraction(found) for found in _NUMBER.findall(_NAME.sub(" ", formula)))


def inner_parts(formula: str) -> Iterator[str]:
    """Every part of the formula that stands in parentheses, the parentheses left out."""
    opened: list[int] = []
    for place, letter in enumerate(formula):
        if letter == "(":
            opened.append(place)
        elif letter == ")" and opened:
            yield formula[opened.pop() + 1 : place]

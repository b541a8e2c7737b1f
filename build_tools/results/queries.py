"""The questions to the tables, as Ibis expressions: every engine answers the very same ones."""

from __future__ import annotations

from typing import NamedTuple

import ibis
from ibis import _
from ibis.expr.types import Table

from build_tools.forms import FORMS

STILL = 1e-9
"""Marks that differ by less do not vary: sums of thirds are not exact."""


class Tables(NamedTuple):
    """The tables as an engine holds them."""

    learners: Table
    answers: Table


def newest(learners: Table) -> Table:
    """One row for each learner and owner: the record made last, of one time that with later tests.

    A clock before 2020 makes all of one time.
    """
    ends = [_.post_ended.fill_null(""), _.pre_ended.fill_null("")]
    last = [one.desc() for one in (_.made, *ends, _.digest)]
    window = ibis.window(group_by=["learner", "owner"], order_by=[*last, _.record])
    ranked = learners.mutate(rank=ibis.row_number().over(window))
    return ranked.filter(_["rank"] == 0).select(learners.columns)


def counted(learners: Table) -> Table:
    """One row: the records that were read, and the people they are of."""
    return learners.aggregate(records=_.count(), people=_.learner.nunique())


def cells(kept: Table) -> Table:
    """The sums of every group of every province of every owner."""
    return _sums(kept, ["owner", "province", "group"])


def months(kept: Table) -> Table:
    """The sums of every owner by the month in which the record was made."""
    return _sums(kept.mutate(month=_.made.substr(0, 7)), ["owner", "month"])


def _sums(kept: Table, by: list[str]) -> Table:
    """People and sums of scores by the named columns."""
    both = _.pre.notnull() & _.post.notnull()
    return kept.group_by(by).aggregate(
        people=_.count(),
        pre_people=_.pre.count(),
        post_people=_.post.count(),
        both_people=_.count(where=both),
        pre=_.pre.sum(),
        post=_.post.sum(),
        both_pre=_.pre.sum(where=both),
        both_post=_.post.sum(where=both),
    ).order_by(by)  # fmt: skip


def asked(kept: Table, answers: Table) -> Table:
    """Every answer of the records kept, with its paper and the mean mark of the others on it."""
    is_pre = _.form == FORMS.index("pre")
    joined = answers.inner_join(kept.drop("learner", "digest", "made"), "record").mutate(
        both=_.pre.notnull() & _.post.notnull(),
        score=is_pre.ifelse(_.pre, _.post),
        paper=is_pre.ifelse(_.pre_paper, _.post_paper),
        count=is_pre.ifelse(_.pre_items, _.post_items),
    )
    others = (_.score * _["count"] - _.mark) / (_["count"] - 1).nullif(0)
    return joined.mutate(rest=others).select(
        "owner", "form", "paper", "item", "mark", "rest", "both"
    )


def papers(asked: Table) -> Table:
    """People and sums of marks of every item of every paper: all who had a paper had all its items."""
    by = ["owner", "form", "paper", "item"]
    return asked.group_by(by).aggregate(
        people=_.count(),
        marks=_.mark.sum(),
        both_people=_.count(where=_.both),
        both_marks=_.mark.sum(where=_.both),
    ).order_by(by)  # fmt: skip


def items(asked: Table) -> Table:
    """People, difficulty and discrimination of every item of every form."""
    by = ["owner", "form", "item"]
    varies = (_.mark_span > STILL) & (_.rest_span > STILL)
    found = asked.group_by(by).aggregate(
        people=_.count(),
        difficulty=_.mark.mean(),
        together=_.mark.corr(_.rest, how="pop"),
        mark_span=_.mark.max() - _.mark.min(),
        rest_span=_.rest.max() - _.rest.min(),
    )
    return found.mutate(discrimination=varies.ifelse(_.together, ibis.null("float64"))).select(
        *by, "people", "difficulty", "discrimination"
    ).order_by(by)  # fmt: skip

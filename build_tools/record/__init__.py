"""The result record of a learner: made on the learner's device, read here; docs/hosts/records.md."""

from build_tools.record.bank import PATH, Bank, Unfit, bank, bank_script
from build_tools.record.code import code, digest
from build_tools.record.reading import Fault, read_text
from build_tools.record.result import Answer, Practice, Result, Taken
from build_tools.record.scores import marks, scores, unread
from build_tools.record.text import to_json

__all__ = [
    "PATH", "Answer", "Bank", "Fault", "Practice", "Result", "Taken", "Unfit", "bank",
    "bank_script", "code", "digest", "marks", "read_text", "scores", "to_json", "unread",
]  # fmt: skip

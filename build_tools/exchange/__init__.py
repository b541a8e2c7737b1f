"""Translations out to spreadsheets and PO files, and back without a loss."""

from build_tools.exchange.back import Outcome as Outcome, bring_back as bring_back
from build_tools.exchange.po import po_file as po_file, read_po as read_po
from build_tools.exchange.read_sheet import read_workbook as read_workbook
from build_tools.exchange.returned import Back as Back, Fault as Fault, Returned as Returned
from build_tools.exchange.rows import Row as Row, hints as hints, rows as rows
from build_tools.exchange.sheet import TooLong as TooLong, workbook as workbook

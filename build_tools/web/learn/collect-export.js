// What leaves the trainer's page: tables as CSV and XLSX. A table is
// {name, head: [text], rows: [[text, number, share or null]]}; a share is {share: 0 to 1}.
(function () {
  "use strict";
  const BOM = "\ufeff";
  const WIDTHS = { first: 32, other: 16 };

  /** A cell of CSV. Spreadsheets would run a text that begins like a formula: an apostrophe stops them. */
  function cell(value) {
    if (value === null) return "";
    if (typeof value === "object") return String(Math.round(value.share * 1000) / 10);
    if (typeof value === "number") return String(value);
    const harmless = /^\s*[=+\-@\t\r|%\uff1d\uff0b\uff0d\uff20]/.test(value) ? "'" + value : value;
    return /[",;\n\r\t]/.test(harmless) ? '"' + harmless.replace(/"/g, '""') + '"' : harmless;
  }

  /** The table as CSV that Excel opens by a double click; shares are percent. */
  function csv(table) {
    return BOM + [table.head, ...table.rows].map((row) => row.map(cell).join(",") + "\r\n").join("");
  }

  function xlsxCell(value) {
    if (value === null) return null;
    if (typeof value === "object") return { type: Number, value: value.share, format: "0.0%" };
    if (typeof value === "number") return { type: Number, value, format: "0.00" };
    return { type: String, value };
  }

  /** A whole number keeps its looks. */
  function whole(value) {
    return Number.isInteger(value) ? { type: Number, value } : xlsxCell(value);
  }

  /** The tables as the sheets of one XLSX file, a Promise of its Blob. */
  function xlsx(tables) {
    const sheets = tables.map(({ name, head, rows }) => ({
      sheet: name,
      data: [head.map((value) => ({ type: String, value, fontWeight: "bold", wrap: true })),
        ...rows.map((row) => row.map(whole))],
      columns: head.map((_, index) => ({ width: index ? WIDTHS.other : WIDTHS.first })),
      stickyRowsCount: 1,
    }));
    return globalThis.writeXlsxFile(sheets, { fontFamily: "Phetsarath OT", fontSize: 11 }).toBlob();
  }

  globalThis.tot = globalThis.tot || {};
  globalThis.tot.collectExport = { csv, xlsx };
  if (typeof module === "object") module.exports = globalThis.tot.collectExport;
})();

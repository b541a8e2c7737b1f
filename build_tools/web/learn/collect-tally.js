// The records a trainer has taken in; pure, kept nowhere. Needs statistics.js and record.js before it.
// Texts of records are anybody's: they are cleaned here once and shown as text only.
(function () {
  "use strict";
  const LONGEST = 120;
  const BREAKS = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\s]+/gu;
  const UNSEEN = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\uffff\ud800-\udfff]/gu;

  /** A text on one line without letters that are not seen or turn the line round, cut to its longest. */
  function plain(text) {
    if (typeof text !== "string") return "";
    const line = text.slice(0, 4 * LONGEST).replace(UNSEEN, "").replace(BREAKS, " ").trim();
    const letters = Array.from(line);
    return letters.length > LONGEST ? letters.slice(0, LONGEST).join("") + "\u2026" : line;
  }

  /** The group as it is compared: "sv 1" and "SV 1" are one. */
  function folded(group) {
    return plain(group).toUpperCase();
  }

  class Tally {
    constructor(bank) {
      this.bank = bank;
      this.kept = new Map();
    }

    /** Takes every record of a text: {new, newer, same, older: names of these, faults: [...]}. */
    take(text) {
      const told = { new: [], newer: [], same: [], older: [], faults: [] };
      for (const found of globalThis.tot.record.readText(text, this.bank)) {
        if (found.fault) told.faults.push(found);
        else told[this.put(found.record)].push(plain(found.record.name));
      }
      return told;
    }

    /** Keeps a record unless a newer one of the same learner and owner is there; says what it was. */
    put(record) {
      const key = record.learner + " " + record.of;
      const before = this.kept.get(key);
      if (before && before.record.digest === record.digest) return "same";
      if (before && this.age(before.record) > this.age(record)) return "older";
      this.kept.set(key, this.row(key, record));
      return before ? "newer" : "new";
    }

    /** A text that is the greater, the newer a record is. A clock before 2020 makes all of one time. */
    age({ made, tests: { pre, post }, digest }) {
      return [made, post ? post.ended : "", pre ? pre.ended : "", digest].join(" ");
    }

    row(key, record) {
      const { score } = globalThis.tot.statistics;
      const marks = {};
      for (const form of ["pre", "post"]) {
        const test = record.tests[form];
        marks[form] = test ? globalThis.tot.record.marks(record, form, this.bank) : null;
      }
      const [pre, post] = [score(marks.pre), score(marks.post)];
      return {
        key, record, marks, pre, post, change: pre === null || post === null ? null : post - pre,
        name: plain(record.name), group: plain(record.group), province: record.province,
        of: record.of, made: record.made,
      };
    }

    /** Takes a row out; `put` of its record brings it back. */
    remove(key) { this.kept.delete(key); }

    rows() { return [...this.kept.values()]; }

    /** The owners that records are of, the one with the most first. */
    owners() {
      const counts = new Map();
      for (const { of } of this.kept.values()) counts.set(of, (counts.get(of) || 0) + 1);
      return [...counts.keys()].sort((a, b) => counts.get(b) - counts.get(a) || (a < b ? -1 : 1));
    }

    /** Rows of an owner; of a group and a province where these are not null. */
    chosen(owner, group, province) {
      return this.rows().filter((row) => row.of === owner &&
        (group === null || folded(row.group) === group) &&
        (province === null || row.province === province));
    }

    /** All records as JSON lines with the marks of their answers, for the office and for going on. */
    lines(rows, isNamed) {
      return rows.map(({ record, marks }) => {
        const kept = isNamed ? record : this.nameless(record);
        const given = {};
        for (const form of ["pre", "post"]) if (marks[form]) given[form] = marks[form];
        return JSON.stringify({ ...kept, marks: given }) + "\n";
      }).join("");
    }

    nameless(record) {
      const made = { ...record, name: "" };
      return { ...made, digest: globalThis.tot.record.digest(made, this.bank) };
    }
  }

  globalThis.tot = globalThis.tot || {};
  globalThis.tot.tally = { Tally, folded, plain };
  if (typeof module === "object") module.exports = globalThis.tot.tally;
})();

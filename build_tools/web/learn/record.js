// The result record of one learner and one owner; the twin of build_tools/record/.
// Needs scoring.js, nacl.js, bytes.js and record-code.js before it. Nothing is sent or kept here.
(function () {
  "use strict";
  const { code: format, bytes, scoring } = globalThis.tot;
  const {
    FORMS, LONGEST, MOST, UNSEEN, has, isMap, isNumber, isResponse, letters, wrongField,
  } = format;
  const PREFIX = "TOTR1";
  const KIND = "tot-result";
  const NEAR = 0.00015;
  const TYPED = ["numeric", "short"];

  const rounded = (value, scale) => Math.floor(value * scale + 0.5) / scale;
  const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

  // ---- marks and scores

  /** The marks of a form by item; items that the bank does not know have none. */
  function marks(record, form, bank) {
    const { items } = format.names(bank);
    const known = Object.entries(record.tests[form].answers).filter(([id]) => items.has(id));
    return Object.fromEntries(known.map(([name, { given, language }]) => {
      const { id, type, key } = items.get(name);
      return [id, scoring.mark(type, key, given, language)];
    }));
  }

  /** The scores of each form: of all, by module and by objective; none of a form without marks. */
  function scores(record, bank) {
    const made = {};
    for (const form of FORMS.filter((name) => has(record.tests, name))) {
      const earned = marks(record, form, bank);
      const ids = Object.keys(earned);
      const by = (kind) => {
        const groups = new Map();
        ids.forEach((id) => {
          const group = bank.items[id][kind];
          groups.set(group, [...(groups.get(group) || []), earned[id]]);
        });
        return Object.fromEntries([...groups].map(([group, all]) => [group, rounded(mean(all), 1e4)]));
      };
      if (ids.length > 0) {
        const all = rounded(mean(Object.values(earned)), 1e4);
        made[form] = { all, modules: by("module"), objectives: by("objective") };
      }
    }
    return made;
  }

  /** The items whose answers the bank cannot read: it lacks the item, or a part that was named. */
  function unread(record, bank) {
    const { items } = format.names(bank);
    const isStrange = ([name, { given }]) => {
      if (!items.has(name)) return true;
      const { type, key, parts } = items.get(name);
      if (given === null || (typeof given === "string" && TYPED.includes(type))) return false;
      const things = isMap(given) ? Object.keys(given).sort() : [];
      if (isMap(given) && String(things) !== String(Object.keys(key.places || {}).sort())) return true;
      return ![].concat(isMap(given) ? Object.values(given) : given).every((id) => parts.includes(id));
    };
    return FORMS.filter((form) => has(record.tests, form)).flatMap((form) =>
      Object.entries(record.tests[form].answers).filter(isStrange).map(([name]) => name));
  }

  // ---- made, written and read

  /** A line without unseen letters, composed as Unicode has it, cut to its longest. */
  function tidy(text, longest) {
    const line = String(text).normalize("NFC").replace(/[\ud800-\udfff]/gu, "").replace(/[\t\r\n]/g, " ");
    const seen = line.replace(new RegExp(UNSEEN, "g"), "").replace(/\s+/g, " ").trim();
    return letters(seen).slice(0, longest).join("").trim();
  }

  /** A time that a record can hold: a clock that stands before 2020 says 2020. */
  const timeOf = (time) => (bytes.seconds(time) === null ? bytes.timeText(0) : time);
  const numberOf = (value) => (isNumber(value, MOST.number) ? value : 0);

  function answerOf({ given = null, language } = {}, item) {
    const isTyped = item !== undefined && TYPED.includes(item.type);
    let kept = given;
    if (typeof kept === "string") {
      kept = letters(kept.replace(/[\ud800-\udfff]/gu, "\ufffd")).slice(0, LONGEST.answer).join("");
    }
    return format.answer(isResponse(kept) ? sorted(kept) : null, language === "en" ? "en" : "lo", isTyped);
  }

  /** A response with the things of a map in the order of their ids. */
  function sorted(given) {
    if (!isMap(given)) return given;
    return Object.fromEntries(Object.keys(given).sort().map((thing) => [thing, given[thing]]));
  }

  function testOf(test, asked, items) {
    const answers = (test.items && test.items.length ? test.items : asked)
      .map((id) => [id, answerOf((test.answers || {})[id], items.get(id))]);
    return {
      began: timeOf(test.began), ended: timeOf(test.ended), attempt: numberOf(test.attempt),
      answers: Object.fromEntries(answers),
    };
  }

  /** What was practised in the lessons of an owner: lessons read, items answered, mean marks. */
  function practiceOf(progress, lessons) {
    const opened = lessons.filter((id) => has(progress.lessons, id)).map((id) => progress.lessons[id]);
    const ids = [...new Set(opened.flatMap((lesson) => lesson.items || []))];
    const done = ids.filter((id) => has(progress.items, id)).map((id) => progress.items[id]);
    const share = (name) => {
      const percent = done.length ? Math.floor(100 * mean(done.map((item) => item[name])) + 0.5) : 0;
      return isNumber(percent, 100) ? percent : 0;
    };
    return {
      lessons: opened.filter((lesson) => lesson.read).length, items: done.length,
      first: share("first"), best: share("best"),
    };
  }

  /** The record of a learner's progress for one owner; null if no test of it has ended. */
  function make(progress, owner, bank, now) {
    const { items } = format.names(bank);
    const tests = {};
    for (const form of FORMS) {
      const test = progress.tests[owner + "-" + form];
      if (test && test.ended) tests[form] = testOf(test, bank.owners[owner][form], items);
    }
    if (Object.keys(tests).length === 0) return null;
    const { name = "", province = "", group = "" } = progress.own || {};
    return finished({
      kind: KIND, schema: format.SCHEMA, course: bank.course, curriculum: bank.curriculum,
      learner: progress.learner, name: tidy(name, LONGEST.name),
      province: has(bank.provinces, province) ? province : "", group: tidy(group, LONGEST.group),
      of: owner, made: timeOf(now), practice: practiceOf(progress, bank.owners[owner].lessons), tests,
    }, bank);
  }

  function finished(record, bank) {
    return { ...record, scores: scores(record, bank), digest: format.digest(record) };
  }

  /** The fields of a record that are known, in their order. */
  function bare(record) {
    const { curriculum, learner, name, province, group, of, made } = record;
    const { lessons, items, first, best } = record.practice;
    const tests = {};
    for (const form of FORMS.filter((each) => has(record.tests, each))) {
      const { began, ended, attempt, answers } = record.tests[form];
      const kept = Object.entries(answers).map(([item, { given, language, typed }]) =>
        [item, format.answer(sorted(given), language, typed)]);
      tests[form] = { began, ended, attempt, answers: Object.fromEntries(kept) };
    }
    const { kind, schema, course } = record;
    const practice = { lessons, items, first, best };
    return { kind, schema, course, curriculum, learner, name, province, group, of, made, practice, tests };
  }

  const refused = (fault, detail = "") => ({ fault, detail });

  /** What stands before the fields of every schema; null if this is a record that is read here. */
  function foreign({ kind, schema, course }, bank) {
    if (kind !== KIND) return refused("not-a-record");
    if (!Number.isInteger(schema) || schema < 1) return refused("incomplete", "schema");
    if (schema > format.SCHEMA) return refused("newer");
    if (typeof course !== "string") return refused("incomplete", "course");
    return course === bank.course ? null : refused("other-course");
  }

  function fromValue(value, bank) {
    if (!isMap(value)) return refused("not-a-record");
    const fault = foreign(value, bank);
    if (fault) return fault;
    const wrong = wrongField(value, bank);
    if (wrong) return refused("incomplete", wrong);
    if (typeof value.digest !== "string") return refused("incomplete", "digest");
    const record = finished(bare(value), bank);
    if (record.digest !== value.digest) return refused("changed");
    if (!isMap(value.scores)) return refused("incomplete", "scores");
    const follows = record.curriculum !== bank.curriculum || agree(value.scores, record.scores);
    return follows ? { record } : refused("score");
  }

  /** True if both have the same names, and numbers that are near each other. */
  function agree(stated, ours) {
    if (typeof ours === "number") return typeof stated === "number" && Math.abs(stated - ours) < NEAR;
    if (!isMap(stated) || Object.keys(stated).length !== Object.keys(ours).length) return false;
    return Object.keys(ours).every((name) => has(stated, name) && agree(stated[name], ours[name]));
  }

  function fromCode(text, bank) {
    const { data, fault } = format.unsealed(text);
    if (fault) return refused(fault);
    if (data.length < 4 || data[0] < 1) return refused("misread");
    if (data[0] > format.SCHEMA) return refused("newer");
    if (bytes.hex(data.slice(1, 4)) !== bytes.hex(bytes.idHash(bank.course, 3))) {
      return refused("other-course");
    }
    try {
      const record = format.read(data, bank);
      const wrong = wrongField(record, bank);
      if (wrong) return refused("incomplete", wrong);
      const same = bytes.hex(format.body(record)) === bytes.hex(data);
      return same ? { record: finished(record, bank) } : refused("misread");
    } catch (error) {
      if (error instanceof RangeError || error instanceof TypeError) return refused("misread");
      throw error;
    }
  }

  function fromJson(text, bank) {
    let value;
    try {
      value = JSON.parse(text);
    } catch (error) {
      return refused(text.includes('"' + KIND + '"') ? "cut" : "not-a-record");
    }
    return fromValue(value, bank);
  }

  function isJson(text) {
    try {
      JSON.parse(text);
      return true;
    } catch (error) {
      return false;
    }
  }

  /** Every record of a text, as {record}, and what was refused, as {fault, detail}. */
  function readText(text, bank) {
    const whole = text.trim();
    if (whole.startsWith("{")) {
      const lines = whole.split(/[\r\n]+/).filter((line) => line.trim() !== "");
      const each = lines.length > 1 && isJson(lines[0]) ? lines : [whole];
      return each.map((line) => fromJson(line, bank));
    }
    const found = format.codes(whole, PREFIX);
    return found.length ? found.map((one) => fromCode(one, bank)) : [refused("not-a-record")];
  }

  const code = (record) => format.sealed(PREFIX, format.body(record));
  const file = (record) => JSON.stringify(record, null, 1) + "\n";
  const digest = (record) => format.digest(record);

  globalThis.tot.record = { make, code, file, readText, scores, marks, unread, digest, tidy, LONGEST };
  if (typeof module === "object") module.exports = globalThis.tot.record;
})();

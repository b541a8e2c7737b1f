// What may stand in a result record, its body and its text code; the twin of build_tools/record/code.py
// and shape.py.
// Needs nacl.js and bytes.js before it. docs/hosts/records.md is the format.
(function () {
  "use strict";
  const { base32, bytes } = globalThis.tot;
  const SCHEMA = 1;
  const FORMS = ["pre", "post"];
  const ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
  const VERSION = /^2([01][0-9]{2}|2[0-4][0-9]|25[0-5])\.[0-9]{2}\.(0|[1-9][0-9]?|1[0-9]{2}|2[0-4][0-9]|25[0-5])$/;
  const KINDS = ["none", "id", "list", "map", "text"];
  const ENGLISH = 128;
  const CHECK = 4;
  const SEPARATORS = /[\s\u00ad\u200b-\u200f\u2010-\u2015\u2060\u2212\ufeff-]+/g;
  const SYMBOL_OF = { O: "0", I: "1", L: "1" };

  const LONGEST = { name: 80, group: 20, answer: 200 };
  const MOST = { parts: 255, number: 65535 };
  const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]/;
  const UNPAIRED = /[\ud800-\udfff]/u;

  const has = (object, name) => Object.prototype.hasOwnProperty.call(object, name);
  const isMap = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
  const isNumber = (value, most) => Number.isInteger(value) && value >= 0 && value <= most;
  const letters = (text) => Array.from(text);

  /** What each part of a bank is called, by the bytes that stand for it; made once for a bank. */
  class Names {
    constructor(bank) {
      const named = (ids, size) => new Map(ids.map((id) => [bytes.hex(bytes.idHash(id, size)), id]));
      this.items = new Map();
      for (const [id, item] of Object.entries(bank.items)) {
        [id, ...item.aliases].forEach((name) => this.items.set(name, { id, ...item }));
      }
      this.item = named([...this.items.keys()], 3);
      this.owner = named(Object.keys(bank.owners), 3);
      this.province = named(["", ...Object.keys(bank.provinces)], 2);
      this.parts = new Map();
      for (const [name, item] of this.items) this.parts.set(name, named(item.parts, 2));
    }
    partsOf(item) { return this.parts.get(item) || new Map(); }

    /** The sorted ids of what an item asks to place, if this is their digest. */
    placed(item, size, digest) {
      const { key } = this.items.get(item) || { key: {} };
      const things = key.places ? Object.keys(key.places).sort() : [];
      const fits = things.length === size && bytes.hex(thingsHash(things)) === digest;
      return fits ? things : null;
    }
  }
  const known = new WeakMap();
  function names(bank) {
    if (!known.has(bank)) known.set(bank, new Names(bank));
    return known.get(bank);
  }

  const thingsHash = (things) => bytes.hash(bytes.utf8(things.join(" "))).slice(0, 2);
  const isPart = (id) => typeof id === "string" && (ID.test(id) || /^#[0-9a-f]{4}$/.test(id));
  /** The names of things that a bank does not know: the digest of all their ids, and a number. */
  const unread = (size, digest) =>
    Array.from({ length: size }, (_, n) => "#" + digest + "-" + n.toString(16).padStart(2, "0"));

  /** How an answer is written; a text that looks like an id is marked as typed. */
  function kindOf({ given, typed }) {
    if (given === null) return "none";
    if (typeof given === "string") return typed || !isPart(given) ? "text" : "id";
    return Array.isArray(given) ? "list" : "map";
  }

  function writeGiven(to, given, kind) {
    if (kind === "id") to.id(given, 2);
    if (kind === "text") to.text(given);
    if (kind === "list") {
      to.number(given.length, 1);
      given.forEach((id) => to.id(id, 2));
    }
    if (kind === "map") {
      const things = Object.keys(given).sort();
      to.number(things.length, 1);
      const isUnread = things.length > 0 && things[0].startsWith("#");
      to.raw(isUnread ? bytes.fromHex(things[0].slice(1, 5)) : thingsHash(things));
      things.forEach((thing) => to.id(given[thing], 2));
    }
  }

  function readGiven(from, kind, item, names) {
    const part = () => from.id(names.partsOf(item), 2);
    if (kind === "none") return null;
    if (kind === "id") return part();
    if (kind === "text") return from.text();
    const size = from.number(1);
    if (kind === "list") return Array.from({ length: size }, part);
    if (kind !== "map") throw new RangeError("no such kind of answer");
    const digest = bytes.hex(from.raw(2));
    const things = names.placed(item, size, digest) || unread(size, digest);
    return Object.fromEntries(things.map((thing) => [thing, part()]));
  }

  function writeTest(to, test) {
    to.time(test.began);
    to.time(test.ended);
    to.number(test.attempt, 2);
    const answers = Object.entries(test.answers);
    to.number(answers.length, 1);
    for (const [item, answer] of answers) {
      const kind = kindOf(answer);
      to.id(item, 3);
      to.number(KINDS.indexOf(kind) + (answer.language === "en" ? ENGLISH : 0), 1);
      writeGiven(to, answer.given, kind);
    }
  }

  /** An answer as it stands in a record. */
  function answer(given, language, isTyped) {
    return isTyped && isPart(given) ? { given, language, typed: true } : { given, language };
  }

  function readTest(from, names) {
    const test = { began: from.time(), ended: from.time(), attempt: from.number(2), answers: {} };
    for (let left = from.number(1); left > 0; left -= 1) {
      const item = from.id(names.item, 3);
      const tag = from.number(1);
      const given = readGiven(from, KINDS[tag % ENGLISH], item, names);
      test.answers[item] = answer(given, tag >= ENGLISH ? "en" : "lo", KINDS[tag % ENGLISH] === "text");
    }
    return test;
  }

  /** The bytes that a record's digest and its code are made of. */
  function body(record) {
    const to = new bytes.Writer();
    to.number(SCHEMA, 1);
    to.id(record.course, 3);
    const [year, month, patch] = record.curriculum.split(".").map(Number);
    [year - 2000, month, patch].forEach((part) => to.number(part, 1));
    to.raw(base32.decode(record.learner + "0"));
    to.text(record.name);
    to.text(record.group);
    to.id(record.province, 2);
    to.id(record.of, 3);
    to.time(record.made);
    const { lessons, items, first, best } = record.practice;
    [[lessons, 2], [items, 2], [first, 1], [best, 1]].forEach((each) => to.number(...each));
    const forms = FORMS.filter((form) => record.tests[form]);
    to.number(forms.reduce((sum, form) => sum + FORMS.indexOf(form) + 1, 0), 1);
    forms.forEach((form) => writeTest(to, record.tests[form]));
    return to.bytes();
  }

  /** The record of a body without its scores and digest; throws where the bytes are none. */
  function read(data, bank) {
    const from = new bytes.Reader(data.slice(4));
    const [year, month, patch] = [from.number(1), from.number(1), from.number(1)];
    const curriculum = [2000 + year, String(month).padStart(2, "0"), patch].join(".");
    const learner = base32.encode(from.raw(8)).slice(0, 12);
    const [name, group] = [from.text(), from.text()];
    const province = from.id(names(bank).province, 2);
    const of = from.id(names(bank).owner, 3);
    const made = from.time();
    const practice = {
      lessons: from.number(2), items: from.number(2), first: from.number(1), best: from.number(1),
    };
    const forms = from.number(1);
    const asked = FORMS.filter((_, n) => forms & (n + 1));
    const tests = Object.fromEntries(asked.map((form) => [form, readTest(from, names(bank))]));
    const record = {
      kind: "tot-result", schema: SCHEMA, course: bank.course, curriculum, learner, name, province,
      group, of, made, practice, tests,
    };
    if (!from.isAtEnd()) throw new RangeError("there are bytes left");
    return record;
  }

  const digest = (record) => bytes.hex(bytes.hash(body(record)).slice(0, 16));

  /** A body as text: prefix, its length, itself and the first bytes of its digest. */
  function sealed(prefix, data) {
    const length = base32.encode([data.length >> 7, (data.length << 1) & 255]).slice(0, 3);
    const check = bytes.hash(data).slice(0, CHECK);
    return prefix + length + base32.encode([...data, ...check]);
  }

  /** The body of a code, whose text stands without its prefix: {data} or {fault}. */
  function unsealed(text) {
    const symbols = letters(text.replace(SEPARATORS, "").replace(/[a-z]/g, (one) => one.toUpperCase())
      .replace(/[OIL]/g, (one) => SYMBOL_OF[one]));
    if (symbols.length < 3) return { fault: "cut" };
    const length = base32.decode([...symbols.slice(0, 3), "0"]);
    if (length === null) return { fault: "misread" };
    const size = ((length[0] << 8) | length[1]) >> 1;
    const end = 3 + Math.ceil(((size + CHECK) * 8) / 5);
    if (symbols.length < end) return { fault: "cut" };
    const all = base32.decode(symbols.slice(3, end));
    if (all === null) return { fault: "misread" };
    const data = all.slice(0, size);
    const fits = bytes.hex(all.slice(size)) === bytes.hex(bytes.hash(data).slice(0, CHECK));
    return fits ? { data } : { fault: "misread" };
  }

  /** The texts behind each prefix of a text. The letter O never stands inside a code, a 0 may. */
  function codes(text, prefix) {
    const between = (symbols) => new RegExp(symbols.join("[\\s\\u2010-\\u2015-]*"), "i");
    const symbols = [...prefix];
    const strict = between(symbols.map((one) => (one === "1" ? "[1IL]" : one)));
    const loose = between(symbols.map((one) => ({ 1: "[1IL]", O: "[O0]" })[one] || one));
    return text.split(strict.test(text) ? strict : loose).slice(1);
  }

  // ---- what may stand in a record

  function isText(value, longest) {
    return typeof value === "string" && letters(value).length <= longest && !UNPAIRED.test(value);
  }
  const isName = (value, longest) => isText(value, longest) && !UNSEEN.test(value);

  const isItem = (id) => ID.test(id) || /^#[0-9a-f]{6}$/.test(id);

  /** A map places things by their ids, or by the names of things that no bank here knows. */
  function isPlaced(given) {
    const things = Object.keys(given).sort();
    const nameless = things.length > 0 && /^#[0-9a-f]{4}-00$/.test(things[0])
      ? unread(things.length, things[0].slice(1, 5)) : null;
    return things.length <= MOST.parts && Object.values(given).every(isPart)
      && (things.every((thing) => ID.test(thing)) || String(things) === String(nameless));
  }

  function isResponse(given) {
    if (given === null) return true;
    if (typeof given === "string") return isText(given, LONGEST.answer);
    if (Array.isArray(given)) return given.length <= MOST.parts && given.every(isPart);
    return isMap(given) && isPlaced(given);
  }

  function isAnswer(value) {
    return isMap(value) && isResponse(value.given) && ["lo", "en"].includes(value.language)
      && (!has(value, "typed") || (value.typed === true && isPart(value.given)));
  }

  /** The first field of a record that is missing or wrong; null if none is. */
  function wrongField(record, bank) {
    const { practice } = record;
    const counts = (names, most) => names.every((name) => isNumber(practice[name], most));
    const checks = {
      curriculum: () => typeof record.curriculum === "string" && VERSION.test(record.curriculum),
      learner: () => typeof record.learner === "string"
        && /^[0-9A-HJKMNP-TV-Z]{12}$/.test(record.learner),
      name: () => isName(record.name, LONGEST.name),
      province: () => record.province === "" || isPart(record.province),
      group: () => isName(record.group, LONGEST.group),
      of: () => typeof record.of === "string" && has(bank.owners, record.of),
      made: () => bytes.seconds(record.made) !== null,
      practice: () => isMap(practice) && counts(["lessons", "items"], MOST.number)
        && counts(["first", "best"], 100),
      tests: () => isMap(record.tests) && FORMS.some((form) => has(record.tests, form)),
    };
    return Object.keys(checks).find((name) => !checks[name]()) || wrongTest(record.tests);
  }

  function wrongTest(tests) {
    for (const form of FORMS.filter((name) => has(tests, name))) {
      const test = tests[form];
      const whole = isMap(test) && bytes.seconds(test.began) !== null
        && bytes.seconds(test.ended) !== null && isNumber(test.attempt, MOST.number)
        && isMap(test.answers) && Object.keys(test.answers).length <= MOST.parts;
      if (!whole) return "tests." + form;
      const wrong = Object.keys(test.answers)
        .some((item) => !isItem(item) || !isAnswer(test.answers[item]));
      if (wrong) return "tests." + form + ".answers";
    }
    return null;
  }

  globalThis.tot.code = {
    FORMS, SCHEMA, LONGEST, MOST, UNSEEN, has, isMap, isNumber, letters,
    answer, names, body, read, digest, sealed, unsealed, codes, isResponse, wrongField,
  };
  if (typeof module === "object") module.exports = globalThis.tot.code;
})();

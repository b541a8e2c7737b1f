// tot.progressRecord: what the record of a learner's progress is; pure, so it is tried in Node too.
// What a record holds is untrusted: it comes from a store that others can write, or from a file.
(function () {
  "use strict";
  const SCHEMA = 1;
  /** By schema, what makes a record of it one of the next schema. */
  const UPGRADES = {};
  const LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  const LONGEST = 500;

  const isText = (value) => typeof value === "string" && value.length <= LONGEST;
  const isId = (value) => isText(value) && /^[a-z0-9][a-z0-9-]*$/.test(value);
  const isIds = (value) => Array.isArray(value) && value.every(isId);
  const isCount = (value) => Number.isInteger(value) && value >= 0;
  const isMark = (value) => typeof value === "number" && value >= 0 && value <= 1;
  const isTime = (value) => isText(value) &&
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(value) && !Number.isNaN(Date.parse(value));
  const isObject = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
  const isLanguage = (value) => value === "lo" || value === "en";
  const orNull = (isFine) => (value) => value === null || value === undefined || isFine(value);

  /** An option id, a list of ids, places by part, or a typed text. */
  function isResponse(value) {
    return isText(value) || isIds(value) || (isObject(value) &&
      Object.entries(value).every(([part, place]) => isId(part) && isId(place)));
  }
  const shaped = (shape) => (value) => isObject(value) &&
    Object.entries(shape).every(([field, isFine]) => isFine(value[field]));
  const eachById = (isFine) => (value) => isObject(value) &&
    Object.entries(value).every(([id, one]) => isId(id) && isFine(one));

  /** The parts of the record that hold entries by id, and what a sound entry is. */
  const ENTRIES = {
    lessons: shaped({ opened: isTime, read: orNull(isTime), items: isIds }),
    items: shaped({
      tries: isCount, first: isMark, best: isMark, given: isResponse, language: isLanguage,
      at: isTime,
    }),
    tests: shaped({
      began: isTime, ended: orNull(isTime), attempt: isCount, place: isCount, items: isIds,
      answers: eachById(shaped({ given: orNull(isResponse), language: isLanguage })),
    }),
  };
  const isPage = (value) => isText(value) && /^[a-z0-9-]+(\/[a-z0-9-]+)*$/.test(value);
  const isHeading = (value) => value === "" || isId(value);
  const isPlace = shaped({ page: isPage, heading: isHeading });
  const isLearner = (value) => isText(value) && /^[0-9A-HJKMNP-TV-Z]{12}$/.test(value);

  function empty(course) {
    const random = globalThis.crypto.getRandomValues(new Uint8Array(12));
    const learner = Array.from(random, (byte) => LETTERS[byte % 32]).join("");
    const own = { name: "", province: "", group: "", of: "" };
    return {
      schema: SCHEMA, course, learner, place: null, lessons: {}, items: {}, tests: {}, own,
    };
  }

  /** The sound parts of a record of today's schema, and whether that is all of it. */
  function sound(given, course) {
    const record = empty(course);
    let isWhole = isLearner(given.learner);
    if (isWhole) record.learner = given.learner;
    for (const [part, isFine] of Object.entries(ENTRIES)) {
      const kept = isObject(given[part]) ? given[part] : (isWhole = false, {});
      for (const [id, entry] of Object.entries(kept)) {
        if (isId(id) && isFine(entry)) record[part][id] = entry;
        else isWhole = false;
      }
    }
    if (isPlace(given.place)) record.place = given.place;
    else isWhole = isWhole && given.place === null;
    for (const field of Object.keys(record.own)) {
      if (isObject(given.own) && isText(given.own[field])) record.own[field] = given.own[field];
      else isWhole = false;
    }
    return { record, fault: isWhole ? "" : "broken" };
  }

  /** A record of any schema as one of today's; throws where no step leads there. */
  function upgraded(given, schema, upgrades) {
    let record = given;
    for (let step = record.schema; step < schema; step += 1) {
      record = { ...upgrades[step](record), schema: step + 1 };
    }
    return record;
  }

  /** {record, fault}: fault is "", "broken" (the record is what could be saved of it), "newer" or
      "other" (of another course). */
  function parse(text, course, schema = SCHEMA, upgrades = UPGRADES) {
    try {
      const given = JSON.parse(text);
      if (!isObject(given) || !isCount(given.schema)) return { record: empty(course), fault: "broken" };
      if (given.course !== course) return { record: empty(course), fault: "other" };
      if (given.schema > schema) return { record: empty(course), fault: "newer" };
      return sound(upgraded(given, schema, upgrades), course);
    } catch (error) {
      return { record: empty(course), fault: "broken" };
    }
  }

  /** The record knows an answer to this item now. */
  function answer(record, { item, response, mark, language, at }) {
    const before = record.items[item];
    record.items[item] = {
      tries: before ? before.tries + 1 : 1,
      first: before ? before.first : mark,
      best: before ? Math.max(before.best, mark) : mark,
      given: response, language, at,
    };
  }

  /** What is kept of an item under one of its old ids is kept under its id. */
  function rename(record, item, aliases) {
    for (const old of aliases) {
      if (!record.items[old]) continue;
      record.items[item] = record.items[item] || record.items[old];
      delete record.items[old];
    }
  }

  /** "", "begun", "read" or "done". */
  function lessonState(record, id) {
    const lesson = record.lessons[id];
    if (!lesson) return "";
    if (!lesson.read) return "begun";
    return lesson.items.every((item) => record.items[item]) ? "done" : "read";
  }

  /** "", "begun" or "done". */
  function testState(record, id) {
    const test = record.tests[id];
    return test ? (test.ended ? "done" : "begun") : "";
  }

  globalThis.tot = globalThis.tot || {};
  globalThis.tot.progressRecord = {
    SCHEMA, answer, empty, lessonState, parse, rename, testState,
  };
  if (typeof module === "object") module.exports = globalThis.tot.progressRecord;
})();

// The one rule of marks; the twin of build_tools/scoring.py, which says what each type earns.
// Needs lao.js before it. A key is what `key(item)` of scoring.py gives, with the item's type.
(function () {
  "use strict";
  const fold = globalThis.tot.lao.fold;
  const SEPARATORS = { lo: [".", ","], en: [",", "."] };
  const OUTER_PUNCTUATION =
    " .,;:!?\u2026'\"\u2018\u2019\u201c\u201d\u00ab\u00bb()[]{}-\u2013\u2014/";
  const NUMBER_SIGNS = " %$\u20ad";
  const LONGEST_NUMBER = 30;

  /** The share of the item that the response earns, from 0 to 1. */
  function mark(type, key, response, language) {
    switch (type) {
      case "numeric": return rightReading(key, response, language) === undefined ? 0 : 1;
      case "short": return isAccepted(key.accept, response) ? 1 : 0;
      case "match":
      case "sort": return sharePlaced(key.places, response);
      case "order": return shareOfNeighbours(key.steps, response);
      case "multiple": return shareChosen(key.keys, response);
      default: return key.keys.includes(response) ? 1 : 0;
    }
  }

  /** The values a typed number can have, as plain decimal text; the page's language reads first. */
  function readNumber(text, language) {
    const typed = strip(fold(text), NUMBER_SIGNS).replace(/\u2212/g, "-");
    const other = language === "lo" ? "en" : "lo";
    const readings = [language, other].map((each) => reading(typed, ...SEPARATORS[each]));
    return [...new Set(readings.filter((value) => value !== null))];
  }

  /** A plain decimal text as the language writes it: 5840.5 is "5.840,5" in Lao. */
  function writeNumber(value, language) {
    const [group, decimal] = SEPARATORS[language];
    const [whole, rest] = value.split(".");
    const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
    return rest === undefined ? grouped : grouped + decimal + rest;
  }

  function reading(typed, group, decimal) {
    const whole = "[1-9][0-9]{0,2}([" + group + " ])[0-9]{3}(\\1[0-9]{3})*|[0-9]*";
    const shape = new RegExp("^-?(?:" + whole + ")([" + decimal + "][0-9]+)?$");
    if (typed.length > LONGEST_NUMBER || !/[0-9]/.test(typed) || !shape.test(typed)) return null;
    return plain(typed.split(group).join("").replace(/ /g, "").replace(decimal, "."));
  }

  /** The same value without needless zeros: "-0.50" is "-0.5", ".5" is "0.5". */
  function plain(number) {
    const negative = number.startsWith("-");
    const [whole, rest] = number.replace("-", "").split(".");
    const decimals = (rest || "").replace(/0+$/, "");
    const value = (whole.replace(/^0+/, "") || "0") + (decimals ? "." + decimals : "");
    return negative && value !== "0" ? "-" + value : value;
  }

  /** The reading of a typed number that is within the tolerance; undefined if none is. */
  function rightReading(key, response, language) {
    const readings = typeof response === "string" ? readNumber(response, language) : [];
    const lengths = [key.answer, key.tolerance, ...readings].map(decimalsOf);
    const exact = (number) => scaled(number, Math.max(...lengths));
    return readings.find((value) => {
      const distance = exact(value) - exact(key.answer);
      return (distance < 0n ? -distance : distance) <= exact(key.tolerance);
    });
  }

  function decimalsOf(number) {
    return (number.split(".")[1] || "").length;
  }

  /** The number times ten to the power of `decimals`, exactly. */
  function scaled(number, decimals) {
    const [whole, rest] = number.split(".");
    return BigInt(whole + (rest || "").padEnd(decimals, "0"));
  }

  function isAccepted(accept, response) {
    return typeof response === "string" && accept.includes(strip(fold(response), OUTER_PUNCTUATION));
  }

  function sharePlaced(right, response) {
    if (response === null || typeof response !== "object" || Array.isArray(response)) return 0;
    const things = Object.keys(right);
    return share(things.filter((thing) => response[thing] === right[thing]).length, things.length);
  }

  function shareOfNeighbours(steps, response) {
    const given = ids(response);
    const sorted = (list) => JSON.stringify(list.slice().sort());
    if (sorted(given) !== sorted(steps)) return 0;
    const follows = (step, place) => given[given.indexOf(step) + 1] === steps[place + 1];
    return share(steps.slice(0, -1).filter(follows).length, steps.length - 1);
  }

  function shareChosen(keys, response) {
    const given = ids(response);
    const right = keys.filter((each) => given.includes(each)).length;
    return share(Math.max(0, 2 * right - given.length), keys.length);
  }

  function ids(response) {
    const isList = Array.isArray(response) && response.every((each) => typeof each === "string");
    return isList ? response : [];
  }

  function share(part, whole) {
    return whole > 0 ? part / whole : 0;
  }

  function strip(text, characters) {
    let start = 0;
    let end = text.length;
    while (start < end && characters.includes(text[start])) start += 1;
    while (end > start && characters.includes(text[end - 1])) end -= 1;
    return text.slice(start, end);
  }

  globalThis.tot.scoring = { mark, readNumber, rightReading, writeNumber };
  if (typeof module === "object") module.exports = globalThis.tot.scoring;
})();

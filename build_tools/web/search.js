/* The search itself: what a query means, where its words stand, which pages come first. No page is
   touched here; search-box.js shows the results, search-marks.js marks the words on a page. */
(function () {
  "use strict";
  /* Letters by their codes, NaN where the text ends: this is asked for every hit. */
  const isLatin = (c) => (c > 96 && c < 123) || (c > 47 && c < 58) || (c > 0xbf && c < 0x250);
  const isBefore = (c) => c > 0xebf && c < 0xec5; // Lao vowels that are written before their consonant
  const isAfter = (c) => (c > 0xeaf && c < 0xebe) || (c > 0xec7 && c < 0xece); // and marks that follow it
  const BETWEEN_WORDS = /[\s"“”„*+()]+/;
  const AROUND_WORDS = /^[ .,;:!?']+|[ .,;:!?']+$/g;
  const PLURALS = { children: "child", women: "woman", men: "man", people: "person" };
  const SCORE = { title: 100, heading: 40, name: 30, together: 10, other: 0.9, list: 0.8 };
  const MANY = 9; // more hits than these make a section no better

  /** The text in small letters with hyphens as blanks, every letter in its place. */
  function lower(text) {
    let small = text.toLowerCase();
    if (small.length !== text.length) {
      small = Array.from(text, (c) => (c.toLowerCase().length === c.length ? c.toLowerCase() : c)).join("");
    }
    return small.replace(/[-/\u2010-\u2015]/g, " ").replace(/’/g, "'");
  }

  /** The words of a query; one with a hyphen is one word, with a blank in it. */
  function words(text) {
    return globalThis.tot.lao.fold(text).split(BETWEEN_WORDS)
      .map((word) => lower(word).replace(AROUND_WORDS, "")).filter(Boolean);
  }

  /** An English word without its plural ending; other words as they are. */
  function singular(word) {
    if (Object.hasOwn(PLURALS, word)) return PLURALS[word];
    if (!/^[a-z]{2,}s$/.test(word) || /(ss|us|is|news)$/.test(word)) return word;
    if (/[^e]ies$/.test(word) && word.length > 4) return word.slice(0, -3) + "y";
    return word.slice(0, /(sh|ch|ss|x|z)es$/.test(word) ? -2 : -1);
  }

  function plurals(word) {
    const odd = Object.keys(PLURALS).filter((plural) => PLURALS[plural] === word);
    return /^[a-z]+[^aeiou]y$/.test(word) ? [...odd, word.slice(0, -1) + "ies"] : odd;
  }

  /** A number with its thousands parted as in English, as in Lao, and not at all. */
  function numbers(word) {
    if (!/^(\d{4,}|\d{1,3}([.,]\d{3})+)$/.test(word)) return [];
    const plain = word.replace(/\D/g, "");
    return [plain, ...[",", "."].map((sign) => plain.replace(/\B(?=(\d{3})+$)/g, sign))];
  }

  const key = (parts) => parts.join(" ").split(" ").map(singular).join(" ");

  /** True if a word, or in Lao a cluster of letters, begins and ends where the form does. */
  function fits(text, at, form) {
    const before = text.charCodeAt(at - 1), end = at + form.text.length;
    if (isLatin(form.text.charCodeAt(0)) ? isLatin(before) : isBefore(before)) return false;
    if (!isLatin(form.text.charCodeAt(form.text.length - 1))) return !isAfter(text.charCodeAt(end));
    if (!form.whole || !isLatin(text.charCodeAt(end))) return true;
    return ["s", "es"].some((plural) => text.startsWith(plural, end) && !isLatin(text.charCodeAt(end + plural.length)));
  }

  /** The next place of a form in a text in small letters, or -1. */
  function next(text, form, from) {
    let at = text.indexOf(form.text, from);
    while (at >= 0 && !form.anywhere && !fits(text, at, form)) at = text.indexOf(form.text, at + 1);
    return at;
  }

  /** The stretches of a text that any of the forms covers, in order, none touching the next. */
  function stretches(text, forms) {
    const small = lower(text), all = [];
    for (const form of forms) {
      for (let at = next(small, form, 0); at >= 0; at = next(small, form, at + 1)) all.push([at, at + form.text.length]);
    }
    all.sort((one, two) => one[0] - two[0] || two[1] - one[1]);
    return all.reduce((kept, [from, to]) => {
      const last = kept[kept.length - 1];
      if (last && from <= last[1]) last[1] = Math.max(last[1], to);
      else kept.push([from, to]);
      return kept;
    }, []);
  }

  /** What is searched in: the data with its texts in small letters and its names by their keys. */
  function prepare(data) {
    const names = data.names.map(([entry, used, ...forms]) => ({ entry, used: forms.slice(0, used), forms }));
    const byKey = new Map();
    for (const one of names) {
      for (const form of one.forms) {
        const at = key(words(form));
        byKey.set(at, [...(byKey.get(at) || []), one]);
      }
    }
    const pages = data.pages.map(([path, language, entries], rank) => prepared(path, language, entries, rank >= data.pages.length - data.lists));
    return { names, byKey, pages, longest: Math.max(1, ...Array.from(byKey.keys(), (at) => at.split(" ").length)) };
  }

  /** A page with all its words in one text; every entry knows where its heading and its text stand. */
  function prepared(path, language, entries, isList) {
    const page = { path, language, isList, title: entries[0][1], isGlossary: /(^|\/)glossary\.html$/.test(path) };
    let from = 0;
    page.entries = entries.map(([id, heading, text]) => {
      const entry = { id, heading, text, from, named: from + heading.length, to: from + heading.length + text.length + 2 };
      from = entry.to;
      return entry;
    });
    page.words = lower(entries.map(([, heading, text]) => `${heading}\n${text}\n`).join(""));
    return page;
  }

  /** The terms of a query: each a name of several words, or one word, with all its forms. */
  function terms(index, query) {
    const left = words(query), found = [];
    while (left.length) {
      let length = Math.min(left.length, index.longest);
      while (length > 1 && !index.byKey.has(key(left.slice(0, length)))) length -= 1;
      const parts = left.splice(0, length);
      found.push(term(parts, index.byKey.get(key(parts)) || []));
    }
    return found;
  }

  function term(parts, names) {
    const typed = parts.join(" "), head = typed.split(" "), last = head.pop();
    const own = [...new Set([singular(last), ...plurals(singular(last)), ...numbers(last)])]
      .map((one) => [...head, one].join(" ")).filter((one) => one !== typed);
    const forms = [{ text: typed, whole: /^[\d.,]+$/.test(typed) }, ...own.map((text) => ({ text, whole: true }))];
    const others = names.flatMap((one) => one.used).map((shown) => ({ text: lower(shown), shown, whole: true, other: true }));
    // A form inside what was typed would only widen the search; one round it finds nothing new.
    const apart = others.filter((one) => !typed.includes(one.text) && !forms.some((form) => next(one.text, form, 0) >= 0));
    const kept = apart.filter((one, n) => !apart.some((two, m) => two !== one && next(one.text, two, 0) >= 0 && (one.text !== two.text || m < n)));
    return { typed, names, forms: [...forms, ...kept] };
  }

  /** What each of these pages has of a term: the score of every section that has it. */
  function hits(pages, one) {
    const found = new Map();
    for (const page of pages) {
      const sections = new Map();
      for (const form of one.forms) count(page, form, sections);
      if (sections.size) found.set(page, sections);
    }
    return found;
  }

  /** Nothing; adds to `sections` what a page has of a form. */
  function count(page, form, sections) {
    let at = next(page.words, form, 0);
    for (let n = 0; at >= 0; n += 1) {
      while (page.entries[n].to <= at) n += 1;
      const entry = page.entries[n], named = at < entry.named ? at - entry.from : -1;
      let times = 0;
      for (; at >= 0 && at < entry.to; at = next(page.words, form, times < MANY ? at + 1 : entry.to)) {
        if (at >= entry.named) times += 1;
      }
      const score = worth(page, entry, form, named, times);
      sections.set(entry, Math.max(score, sections.get(entry) || 0));
    }
  }

  function worth(page, entry, form, named, times) {
    const length = entry.named - entry.from;
    let score = Math.log2(1 + times);
    if (named >= 0) {
      const kind = entry === page.entries[0] ? SCORE.title : page.isGlossary ? SCORE.name : SCORE.heading;
      score += kind * (1 - 0.2 * (named / length)) * (form.text.length === length ? 1.1 : 1);
    }
    return score * (form.other ? SCORE.other : 1) * (page.isList ? SCORE.list : 1);
  }

  /** The pages that hold every term, best first, each with its sections, best first. */
  function search(index, query) {
    const found = terms(index, query);
    let pages = found.length ? index.pages : [];
    const all = found.map((one) => {
      let held = hits(pages, one);
      if (!held.size && !one.forms[0].whole) { // no word begins with it: then it may stand anywhere in a word
        one.forms = [{ ...one.forms[0], anywhere: true }, ...one.forms.slice(1)];
        held = hits(pages, one);
      }
      pages = Array.from(held.keys());
      return held;
    });
    const results = pages.map((page) => ranked(page, all.map((held) => held.get(page))));
    results.sort((one, two) => two.score - one.score);
    return { terms: found, results };
  }

  function ranked(page, held) {
    const sums = new Map();
    let score = 0;
    for (const sections of held) {
      score += Math.max(...sections.values());
      for (const [entry, worth] of sections) sums.set(entry, (sums.get(entry) || 0) + worth);
    }
    if (held.length > 1 && page.entries.some((entry) => held.every((sections) => sections.has(entry)))) score += SCORE.together;
    const sections = Array.from(sums.keys()).sort((one, two) => sums.get(two) - sums.get(one));
    return { page, score, sections };
  }

  /** The longest pieces of a word that the pages hold, if there are several; for words run together. */
  function pieces(index, word) {
    if (isLatin(word.charCodeAt(0))) return [];
    const stands = (part) => index.pages.some((page) => page.words.includes(part));
    const found = [];
    for (let rest = word; rest; rest = rest.slice(found[found.length - 1].length)) {
      let few = 0, many = rest.length;
      while (few < many) {
        const middle = Math.ceil((few + many) / 2);
        if (stands(rest.slice(0, middle))) few = middle;
        else many = middle - 1;
      }
      while (few > 0 && (isAfter(rest.charCodeAt(few)) || isBefore(rest.charCodeAt(few - 1)))) few -= 1;
      if (few < 2) return [];
      found.push(rest.slice(0, few));
    }
    return found.length > 1 ? found : [];
  }

  function pairs(text) {
    return new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, n) => text.slice(n, n + 2)));
  }

  /** The names that look most like a query, at most five. */
  function nearest(index, query) {
    const mine = pairs(key(words(query))), found = [];
    for (const one of index.names) {
      const likeness = Math.max(...one.forms.map((form) => {
        const theirs = pairs(lower(form));
        return (2 * Array.from(theirs).filter((pair) => mine.has(pair)).length) / (mine.size + theirs.size || 1);
      }));
      if (likeness >= 0.4 && one.used.length) found.push({ name: one.used[0], likeness });
    }
    return found.sort((one, two) => two.likeness - one.likeness).slice(0, 5).map((one) => one.name);
  }

  globalThis.tot = globalThis.tot || {};
  globalThis.tot.search = { lower, words, stretches, prepare, search, pieces, nearest };
  if (typeof module === "object") module.exports = globalThis.tot.search;
})();

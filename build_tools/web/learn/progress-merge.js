// tot.progressMerge(here, file): one record of two; pure, so it is tried in Node too.
// Of two answers to one item and of two attempts at one test, the newer one counts.
(function () {
  "use strict";
  const earliest = (...times) => times.filter(Boolean).sort()[0] || null;

  const JOIN = {
    lessons: (here, file) => ({
      opened: earliest(here.opened, file.opened), read: earliest(here.read, file.read),
      items: here.items,
    }),
    items: (here, file) => ({
      ...(file.at > here.at ? file : here),
      tries: Math.max(here.tries, file.tries), best: Math.max(here.best, file.best),
    }),
    tests: (here, file) => (age(file) > age(here) ? file : here),
  };

  /** A text that is the greater, the newer an attempt is and the further it has come. */
  function age({ began, ended, answers }) {
    return [began, ended || "", String(Object.keys(answers).length).padStart(4, "0")].join(" ");
  }

  function merge(here, file) {
    const merged = { ...here, learner: file.learner, place: here.place || file.place, own: {} };
    for (const [part, join] of Object.entries(JOIN)) {
      merged[part] = { ...file[part] };
      for (const [id, entry] of Object.entries(here[part])) {
        merged[part][id] = Object.hasOwn(file[part], id) ? join(entry, file[part][id]) : entry;
      }
    }
    for (const [field, text] of Object.entries(here.own)) {
      merged.own[field] = text || file.own[field];
    }
    return merged;
  }

  globalThis.tot = globalThis.tot || {};
  globalThis.tot.progressMerge = merge;
  if (typeof module === "object") module.exports = merge;
})();

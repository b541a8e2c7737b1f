// The tables of what a class's results say, as values: learners, parts (objectives or modules), items.
// `collect-export.js` writes them to files. `say` is the page's {word, text, percent, date}.
(function () {
  "use strict";

  function share(value) { return value === null ? null : { share: value }; }

  function learners(rows, bank, say, isNamed) {
    const names = ["province", "group", "test", "made", "before", "after", "change"];
    const head = [...(isNamed ? ["name"] : []), "learner", ...names];
    return {
      name: say.word("collect-learners"),
      head: head.map((name) => say.word("collect-" + name)),
      rows: rows.map((row) => [
        ...(isNamed ? [row.name] : []), row.record.learner, say.province(row.province), row.group,
        say.text(bank.owners[row.of].title), say.date(row.made),
        share(row.pre), share(row.post), share(row.change),
      ]),
    };
  }

  function objectives(parts, bank, say) {
    const names = ["objective", "before", "after", "n-before", "n-after", "gain", "n-both", "lesson"];
    return {
      name: say.word("collect-objectives"),
      head: names.map((name) => say.word("collect-" + name)),
      rows: parts.map(({ id, pre, post, both }) => {
        const { text, lesson } = bank.objectives[id];
        return [
          say.text(text), share(pre.mean), share(post.mean), pre.n, post.n, both.gain, both.n,
          say.text(bank.lessons[lesson].title),
        ];
      }),
    };
  }

  function items(forms, bank, say) {
    const names = ["question", "form", "item", "n", "difficulty", "discrimination"];
    const rows = ["pre", "post"].flatMap((form) => forms[form].map((item) => [
      say.text(bank.items[item.id].stem), say.word("collect-form-" + form), item.id, item.n,
      share(item.difficulty),
      item.n < globalThis.tot.statistics.TOO_FEW ? null : item.discrimination,
    ]));
    return {
      name: say.word("collect-questions"), head: names.map((name) => say.word("collect-" + name)),
      rows,
    };
  }

  globalThis.tot = globalThis.tot || {};
  globalThis.tot.collectTables = { items, learners, objectives };
  if (typeof module === "object") module.exports = globalThis.tot.collectTables;
})();

// What the class knows: objectives and modules as bars with their numbers, and the items.
(function () {
  "use strict";
  const { make } = globalThis.tot.toolFile;
  const { FEW, TOO_FEW, WEAK } = globalThis.tot.statistics;

  function cell(label, ...children) {
    const made = make("td", "", ...children);
    made.dataset.label = label;
    return made;
  }

  /** A table whose columns are named by words; the first cell of a row is its heading. */
  function table(say, columns, rows, caption) {
    const heads = columns.map((id) => {
      const made = make("th", "", say.word("collect-" + id));
      made.scope = "col";
      return made;
    });
    const lines = rows.map(([first, ...rest]) => {
      const head = make("th", "", first);
      head.scope = "row";
      const cells = rest.map((child, at) => cell(say.word("collect-" + columns[at + 1]), child));
      return make("tr", "", head, ...cells);
    });
    const body = [make("thead", "", make("tr", "", ...heads)), make("tbody", "", ...lines)];
    return make("table", "tot-collect__table", make("caption", "", caption), ...body);
  }

  /** The share as a number over a bar; the bar says nothing that the number does not. */
  function bar(say, form, { n, mean }) {
    const line = make("span", "tot-collect__bar");
    line.dataset.form = form;
    line.setAttribute("aria-hidden", "true");
    line.style.setProperty("--share", mean === null ? 0 : mean);
    const count = make("span", "tot-muted", " " + say.word("collect-of-n", { n }));
    return make("span", "", make("strong", "", say.percent(mean)), ...(n ? [count] : []), line);
  }

  function gain(say, both) {
    const count = make("span", "tot-muted", " " + say.word("collect-of-n", { n: both.n }));
    return make("span", "", say.decimal(both.gain, 2), ...(both.n ? [count] : []));
  }

  /** Objectives, the weakest first, each with its lesson. */
  function objectives(parts, say) {
    const columns = ["objective", "before", "after", "gain", "lesson"];
    const rows = parts.map((part) => {
      const { text, lesson } = say.bank.objectives[part.id];
      return [
        say.node(text), bar(say, "pre", part.pre), bar(say, "post", part.post), gain(say, part.both),
        say.lesson(lesson),
      ];
    });
    return table(say, columns, rows, say.word("collect-objectives-caption"));
  }

  function modules(parts, say) {
    const rows = parts.map((part) => [
      say.node(say.bank.modules[part.id].title), bar(say, "pre", part.pre),
      bar(say, "post", part.post), gain(say, part.both),
    ]);
    return table(say, ["module", "before", "after", "gain"], rows, say.word("collect-modules-caption"));
  }

  /** What is worth saying of an item's discrimination; nothing where the learners are too few for it. */
  function remark(say, { n, discrimination }) {
    const isWeak = n >= FEW && discrimination !== null && discrimination < WEAK;
    return isWeak ? make("strong", "tot-collect__weak", say.word("collect-look-at-item")) : "";
  }

  function items(form, some, say) {
    const columns = ["question", "n", "difficulty", "discrimination", "remark"];
    const rows = some.map((item) => [
      say.node(say.bank.items[item.id].stem), String(item.n), say.percent(item.difficulty),
      say.decimal(item.n < TOO_FEW ? null : item.discrimination, 2), remark(say, item),
    ]);
    return table(say, columns, rows, say.word("collect-form-" + form));
  }

  /** What to keep in mind where learners are few: one word, or none. */
  function warning(say, n) {
    if (n < TOO_FEW) return say.word("collect-too-few", { n, least: TOO_FEW, few: FEW });
    return n < FEW ? say.word("collect-few", { n, few: FEW }) : "";
  }

  globalThis.tot.collectParts = { items, modules, objectives, table, warning };
})();

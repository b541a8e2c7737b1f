// Makes the forms that build_tools/render/tools/sorting.py writes answer. Needs tools/exact.js, the
// tool's own twin in tools/ and tool-file.js before it.
// Every check is told to the page by the event `tot:sorted`, with detail {tool, right, all}.
(function () {
  "use strict";
  const { make, start: startFile, table, word } = globalThis.tot.toolFile;

  class Sorting {
    constructor(section) {
      this.section = section;
      this.data = JSON.parse(this.one(".tot-tool__data").textContent);
      this.twin = globalThis.tot.tools[this.data.tool];
      this.form = this.one("form");
      this.status = this.one(".tot-tool__say");
      this.answerKey = this.one(".tot-sorting__key");
      this.rows = this.all("[data-row]");
      this.all(".tot-tool__actions, .tot-sorting__result, .tot-sorting__summary").forEach((part) => {
        part.hidden = false;
      });
      this.form.addEventListener("input", (event) => this.showAll([event.target.closest("[data-row]")]));
      this.form.addEventListener("submit", (event) => { event.preventDefault(); this.check(); });
      this.one("[data-action=again]").addEventListener("click", () => this.startAgain());
      if (this.one(".tot-tool__file")) startFile(section, this.data, this.shell());
      if (this.answerKey) this.answerKey.hidden = true;
      this.showAll();
    }

    one(selector) { return this.section.querySelector(selector); }
    all(selector) { return [...this.section.querySelectorAll(selector)]; }

    word(id, values) { return word(this.data, id, values); }

    selects(row) { return [...row.querySelectorAll("select")]; }
    text(row) { return row.querySelector("legend").textContent; }
    question(select) { return select.labels[0].textContent; }
    chosen(select) { return select.value && select.selectedOptions[0].textContent; }

    /** The answers of a row by question; null while one is missing. */
    answers(row) {
      const given = this.selects(row).map((select) => [select.dataset.column, select.value]);
      return given.every(([, value]) => value) ? Object.fromEntries(given) : null;
    }

    /** The id of the result of a row; null while an answer is missing. */
    verdict(row) {
      const answers = this.answers(row);
      return answers && this.twin.judge(answers);
    }

    /** Where a row is spoken of. */
    at(row) { return row.querySelector(".tot-sorting__mark"); }

    /** Shows what follows from the answers; takes back what was said of the rows that changed. */
    showAll(changed = this.rows) {
      changed.forEach((row) => this.at(row).replaceChildren());
      this.rows.forEach((row) => this.show(row));
      this.summarise();
      this.sayTooFull();
    }

    /** The result of a row, said at once. A ranking has none beside the place itself. */
    show(row) {
      const output = row.querySelector("output");
      const verdict = this.verdict(row);
      const text = verdict === null ? this.word("sorting-open") : this.data.verdicts[verdict];
      if (output && output.textContent !== text) output.textContent = text;
      if (output) output.dataset.open = verdict === null ? "yes" : "no";
    }

    /** The rows by result, each list in the order of the page. */
    sorted() {
      const places = Object.fromEntries(Object.keys(this.data.verdicts).map((id) => [id, []]));
      for (const row of this.rows) {
        const verdict = this.verdict(row);
        if (verdict !== null) places[verdict].push(row);
      }
      return places;
    }

    room() { return this.twin.room ? this.twin.room(this.rows.length) : {}; }

    /** Says of every place that holds more than it takes that it does; also at its rows. */
    sayTooFull() {
      const room = this.room();
      if (this.twin.room) this.rows.forEach((row) => this.at(row).replaceChildren());
      const places = Object.entries(this.sorted()).filter(([id, rows]) => rows.length > room[id]);
      const said = places.map(([id, rows]) => {
        const values = { place: this.data.verdicts[id], n: rows.length, room: room[id] };
        const text = this.word("sorting-too-full", values);
        rows.forEach((row) => this.at(row).replaceChildren(make("p", "", "! " + text)));
        return text;
      });
      this.say("ask", ...said);
    }

    /** How many rows stand under each result, and which ones. */
    summarise() {
      const room = this.room();
      for (const [id, rows] of Object.entries(this.sorted())) {
        const place = this.one('[data-verdict="' + id + '"]');
        const n = rows.length;
        const free = Math.max(0, room[id] - n);
        const count = id in room ? ["sorting-room", { n, room: room[id], free }] : ["sorting-count", { n }];
        // Cards with a right answer are long and stand just above: their numbers are enough.
        const which = this.answerKey && n > 0 ? " (" + this.numbers(rows) + ")" : "";
        place.querySelector(".tot-sorting__count").textContent = this.word(...count) + which;
        place.querySelectorAll("ul").forEach((old) => old.remove());
        if (n > 0 && !this.answerKey) place.append(list(rows.map((row) => this.text(row))));
      }
    }

    numbers(rows) { return rows.map((row) => this.rows.indexOf(row) + 1).join(", "); }

    /** Compares every row that is answered with its key; a row without one has nothing to compare. */
    check() {
      const answered = this.rows.filter((row) => this.answers(row) !== null);
      const done = this.keyed(answered);
      if (done.length === 0) return this.say("ask", this.word("sorting-first"));
      const right = done.filter((row) => this.mark(row)).length;
      const left = this.keyed(this.rows).length - done.length;
      const state = right === done.length ? "right" : right > 0 ? "partly" : "wrong";
      const sign = { right: "✓ ", partly: "≈ ", wrong: "✗ " }[state];
      const said = [sign + this.word("sorting-right", { n: right, all: done.length })];
      if (left > 0) said.push(this.word("sorting-left", { n: left }));
      this.say(state, ...said);
      this.answerKey.hidden = false;
      const detail = { tool: this.data.tool, right, all: done.length };
      this.section.dispatchEvent(new CustomEvent("tot:sorted", { bubbles: true, detail }));
    }

    keyed(rows) { return rows.filter((row) => row.dataset.row in this.data.key); }

    /** Says of a row whether it is right, which questions to look at again, and why; true if right. */
    mark(row) {
      const key = this.data.key[row.dataset.row];
      const wrong = this.selects(row).filter((select) => select.value !== key[select.dataset.column]);
      const right = wrong.length === 0;
      const said = right ? "✓ " + this.word("right") : "✗ " + this.word("not-right");
      const lines = [make("p", "", said)];
      lines[0].dataset.right = right ? "yes" : "no";
      const again = wrong.map((select) => this.question(select)).join(" · ");
      if (!right) lines.push(make("p", "", this.word("sorting-look", { list: again })));
      const why = this.one('[data-why="' + row.dataset.row + '"] .tot-sorting__why');
      lines.push(why.cloneNode(true));
      this.at(row).replaceChildren(...lines);
      return right;
    }

    say(state, ...texts) {
      this.status.dataset.state = state;
      this.status.replaceChildren(...texts.map((text) => make("p", "", text)));
    }

    startAgain() {
      this.form.reset();
      this.showAll();
      if (this.answerKey) this.answerKey.open = false;
      this.form.querySelector("select").focus();
    }

    /** What tool-file.js asks for. */
    shell() {
      return {
        values: () => this.saved(), choices: () => ({}), take: (values) => this.take(values),
        sheet: () => ({ blank: this.blank(), solution: this.solution() }), note: () => this.note(),
      };
    }

    cells() { return this.rows.flatMap((row) => this.selects(row).map((select) => [row, select])); }

    cellId(row, select) { return row.dataset.row + "/" + select.dataset.column; }

    saved() {
      const filled = this.cells().filter(([, select]) => select.value);
      return Object.fromEntries(filled.map(([row, select]) => [this.cellId(row, select), select.value]));
    }

    /** Takes over what a file says; an answer that the form does not know stays open. */
    take(values) {
      const isKnown = this.cells().some((cell) => this.cellId(...cell) in values);
      if (!isKnown) return this.word("tool-file-broken");
      for (const [row, select] of this.cells()) {
        select.value = values[this.cellId(row, select)] || "";
        if (select.selectedIndex < 0) select.value = "";
      }
      this.showAll();
      return "";
    }

    /** False for a ranking, whose only answer is itself the result. */
    judges() { return this.one("output") !== null; }

    /** A table of all rows; `cell` gives what stands under a question, `result` what came out. */
    table(cell, result) {
      const first = this.selects(this.rows[0]).map((select) => this.question(select));
      const head = [this.word("sorting-line"), ...first, ...(this.judges() ? [this.word("sorting-result")] : [])];
      const rows = this.rows.map((row, n) => [
        n + 1 + ". " + this.text(row), ...this.selects(row).map(cell), ...(this.judges() ? [result(row)] : []),
      ]);
      return table(head, rows);
    }

    /** Cards to cut out, and on a page of its own an empty table below the rule and the questions. */
    blank() {
      const cards = list(this.rows.map((row, n) => n + 1 + ". " + this.text(row)));
      cards.className = "tot-sorting__cards";
      this.rows.forEach((row, n) => {
        row.querySelectorAll(".tot-tool__source").forEach((from) => cards.children[n].append(from.cloneNode(true)));
      });
      const rule = [".tot-tool__lead", ".tot-sorting__guide"].map((part) => this.one(part).cloneNode(true));
      const sheet = make("div", "tot-sorting__empty", ...rule, this.table(() => "", () => ""));
      if (!this.answerKey) sheet.append(make("p", "", this.word("sorting-no-key")));
      return [cards, sheet];
    }

    /** The right answers; null where nobody can say what is right. */
    solution() {
      if (!this.answerKey) return null;
      return [this.answerKey.querySelector("ol").cloneNode(true)];
    }

    /** The table as it is filled in, and the rows by result; a ranking is its diamond alone. */
    note() {
      const summary = this.one(".tot-sorting__summary").cloneNode(true);
      summary.querySelector(".tot-tool__label").remove();
      if (!this.judges()) return [summary];
      const result = (row) => this.data.verdicts[this.verdict(row)] || "";
      const filled = this.table((select) => this.chosen(select), result);
      filled.classList.add("tot-sorting__filled");
      return [filled, summary, ...this.invented()];
    }

    /** A line that names the rows that are invented; nothing where none is. */
    invented() {
      const rows = this.rows.filter((row) => row.querySelector("[data-invented]"));
      if (rows.length === 0) return [];
      const word = rows[0].querySelector("[data-invented]").textContent;
      return [make("p", "", word + " (" + this.numbers(rows) + ")")];
    }
  }

  function list(texts) {
    return make("ul", "", ...texts.map((text) => make("li", "", text)));
  }

  /** Gives every sorting under `root` its answers, once. */
  function start(root) {
    root.querySelectorAll(".tot-sorting:not([data-started])").forEach((section) => {
      section.dataset.started = "yes";
      new Sorting(section);
    });
  }

  globalThis.tot.sorting = { start };
  if (document.readyState !== "loading") start(document);
  else document.addEventListener("DOMContentLoaded", () => start(document));
})();

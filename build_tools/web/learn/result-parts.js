// What a result record holds, said in words: on the screen and on the printed sheet.
// Needs tool-file.js, say.js, record.js and qr.js before it. Texts of a record are untrusted.
(function () {
  "use strict";
  const { code: format, toolFile } = globalThis.tot;
  const { make, table } = toolFile;
  const FORMS = ["pre", "post"];

  const own = (text) => make("bdi", "", text);
  const formsOf = (record) => FORMS.filter((form) => record.tests[form]);

  /** The day and the time of day by the clock of this device. */
  function moment(say, time) {
    const day = new Date(time);
    const two = (number) => String(number).padStart(2, "0");
    return say.date(time) + " " + two(day.getHours()) + ":" + two(day.getMinutes());
  }

  function testLine(say, record, form) {
    const { began, ended, attempt, answers } = record.tests[form];
    const all = Object.values(answers);
    const score = record.scores[form] ? say.percent(record.scores[form].all) : "\u2013";
    return say.word("result-times", {
      score, began: moment(say, began), ended: moment(say, ended), attempt, all: all.length,
      n: all.filter(({ given }) => given !== null).length,
    });
  }

  function practiceLine(say, { lessons, items, first, best }) {
    const percent = (n) => say.percent(n / 100);
    return say.word("result-practice-line", {
      lessons, items, first: percent(first), best: percent(best),
    });
  }

  /** Every field of the record but scores and answers: [label, text or element, remark]. */
  function fields(say, record) {
    const { bank } = say;
    const said = (text) => (text ? own(text) : say.word("collect-not-said"));
    return [
      [say.word("result-kind"), say.word("result-kind-line", { schema: record.schema })],
      [say.word("result-course"), say.text(bank.title) + ", " + record.curriculum],
      [say.word("collect-learner"), record.learner, say.word("result-learner-means")],
      [say.word("collect-name"), said(record.name)],
      [say.word("collect-province"), said(say.province(record.province))],
      [say.word("collect-group"), said(record.group)],
      [say.word("collect-owner"), say.node(bank.owners[record.of].title)],
      [say.word("result-made"), moment(say, record.made)],
      [say.word("result-practice"), practiceLine(say, record.practice)],
      ...formsOf(record).map((form) =>
        [say.word("collect-form-" + form), testLine(say, record, form)]),
      [say.word("result-digest"), record.digest, say.word("result-digest-means")],
    ];
  }

  /** The scores by module and by objective: [{title, head, rows}]. */
  function scores(say, record) {
    const forms = formsOf(record).filter((form) => record.scores[form]);
    const heads = { pre: "collect-before", post: "collect-after" };
    const part = (kind, title, head, nameOf) => {
      const ids = [...new Set(forms.flatMap((form) => Object.keys(record.scores[form][kind])))];
      const share = (form, id) => {
        const score = record.scores[form][kind][id];
        return score === undefined ? "\u2013" : say.percent(score);
      };
      return {
        title: say.word(title),
        head: [say.word(head), ...forms.map((form) => say.word(heads[form]))],
        rows: ids.map((id) => [say.node(nameOf(id)), ...forms.map((form) => share(form, id))]),
      };
    };
    const { modules, objectives } = say.bank;
    return [
      part("modules", "result-by-module", "collect-module", (id) => modules[id].title),
      part("objectives", "result-by-objective", "collect-objective", (id) => objectives[id].text),
    ];
  }

  function givenText(given) {
    if (typeof given === "string") return given;
    if (Array.isArray(given)) return given.join(", ");
    return Object.entries(given).map(([thing, place]) => thing + " \u2192 " + place).join("; ");
  }

  /** The answers of each form: a heading and a list of question, answer and language. */
  function answers(say, record) {
    const { items } = format.names(say.bank);
    return formsOf(record).flatMap((form) => {
      const lines = Object.entries(record.tests[form].answers).map(([id, { given, language }]) => {
        const item = items.get(id);
        const answer = given === null ? say.word("test-no-answer") : own(givenText(given));
        return make("li", "", make("p", "", item ? say.node(item.stem) : id),
          make("p", "", make("strong", "", answer), given === null ? "" : " (" + language + ")"));
      });
      const heading = make("h3", "", say.word("collect-form-" + form));
      return [heading, make("ol", "", ...lines)];
    });
  }

  /** A table for the screen, wide ones scroll in their frame. */
  function screenTable({ title, head, rows }) {
    const made = table(head, rows);
    made.removeAttribute("class");
    const frame = make("div", "tot-table", made);
    frame.tabIndex = 0;
    frame.setAttribute("role", "group");
    frame.setAttribute("aria-label", title);
    return frame;
  }

  /** The printed sheet: an A4 page with the fields, the scores, the QR code and the code in groups. */
  function paper(say, record, code, drawn) {
    const lines = fields(say, record).map(([label, value]) =>
      make("p", "tot-paper__line", make("strong", "", label + ": "), value));
    const tables = scores(say, record).flatMap(({ title, head, rows }) =>
      [make("p", "tot-paper__kicker", title), table(head, rows)]);
    const groups = code.match(/.{1,5}/g).join(" ");
    const picture = drawn || make("p", "", say.word("result-too-long"));
    return make("div", "tot-paper__page tot-result__sheet",
      make("p", "tot-paper__kicker", say.word("result-sheet")),
      make("h1", "", own(record.name || say.word("collect-not-said"))),
      make("div", "tot-result__top", make("div", "", ...lines), picture), ...tables,
      make("p", "tot-paper__kicker", say.word("result-code-label")),
      make("p", "tot-result__groups", groups),
      make("p", "tot-paper__foot", say.data.version_line));
  }

  globalThis.tot.resultParts = { fields, scores, answers, screenTable, paper };
})();

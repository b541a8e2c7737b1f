// tot.testResult.show(test) writes the result of a test that learn/test.js runs: the score, each
// objective, and each question with what was answered. Needs scoring.js and quiz.js before it.
(function () {
  "use strict";
  const { mark, writeNumber } = window.tot.scoring;
  const { stateOf } = window.tot.quiz;
  const SIGNS = { right: "✓", partly: "≈", wrong: "✗", none: "–" };
  const VERDICTS = {
    right: "answer-right", partly: "test-partly", wrong: "answer-wrong", none: "test-no-answer",
  };

  /** What a form holds, in the words of the page, by its shape. */
  const GIVEN = {
    choice: (item) => item.inputs().filter((input) => input.checked)
      .map((input) => input.nextElementSibling.textContent),
    rows: (item) => item.inputs().map((select) =>
      select.labels[0].textContent + " → " + select.selectedOptions[0].text),
    order: (item) => item.steps().map((step) =>
      step.querySelector(".tot-item__step").textContent),
    typed: (item) => [[...item.inputs()[0].parentNode.children]
      .map((one) => one.value || one.textContent).join(" ")],
  };

  const sum = (numbers) => numbers.reduce((all, each) => all + each, 0);

  function make(tag, className, text) {
    const element = document.createElement(tag);
    element.className = className;
    element.textContent = text;
    return element;
  }

  /** "7.5 of 10", as the page's language writes it. */
  function outOf(test, word, marks) {
    const n = writeNumber(String(Math.round(sum(marks) * 10) / 10), test.language);
    return test.word(word, { n, all: marks.length });
  }

  /** The share of the item that its answer earns; nothing for no answer. */
  function markOf({ item }, { answers }) {
    const answer = answers[item.id];
    return answer ? mark(item.type, item.key, answer.given, answer.language) : 0;
  }

  function show(test) {
    const marks = test.questions.map((question) => markOf(question, test.run));
    const n = Math.round((100 * sum(marks)) / marks.length);
    const percent = test.word("unit-percent", { n });
    test.part("score").textContent = percent + " · " + outOf(test, "test-points", marks);
    test.all(".tot-test__objectives > li").forEach((line) => showObjective(test, line, marks));
    test.questions.forEach((question, place) => review(test, question, marks[place]));
  }

  function showObjective(test, line, marks) {
    const isAbout = ({ section }) => section.dataset.objective === line.dataset.objective;
    const earned = marks.filter((_, place) => isAbout(test.questions[place]));
    const state = stateOf(sum(earned) / earned.length);
    const points = line.querySelector(".tot-test__points");
    points.dataset.state = state;
    points.textContent = SIGNS[state] + " " + outOf(test, "test-n-of", earned);
  }

  /** A question with what was answered, the verdict, the reason, and the way to the lesson. */
  function review(test, { section, item }, earned) {
    const state = item.id in test.run.answers ? stateOf(earned) : "none";
    section.hidden = false;
    section.querySelectorAll(".tot-test__verdict").forEach((old) => old.remove());
    item.form.querySelector("fieldset").after(verdict(test, item, state));
    const answer = item.form.querySelector(".tot-item__answer");
    answer.hidden = false;
    answer.open = true;
    section.querySelector(".tot-test__lesson").hidden = state === "right";
  }

  function verdict(test, item, state) {
    const box = make("div", "tot-test__verdict", "");
    box.dataset.state = state;
    box.append(make("p", "tot-test__state", SIGNS[state] + " " + test.word(VERDICTS[state])));
    // An answer that no longer fits the form of its question cannot be shown.
    if (state === "none" || item.response() === null) return box;
    const list = make(item.shape === "order" ? "ol" : "ul", "tot-test__given", "");
    list.append(...GIVEN[item.shape](item).map((line) => make("li", "", line)));
    box.append(make("p", "", test.word("your-answer") + ":"), list);
    return box;
  }

  window.tot.testResult = { show };
})();

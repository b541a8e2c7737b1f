// What a calculator prints: the sheet to do by hand with its solution, and the note for the committee.
// Needs worked.js and tool-file.js before it; each function gives the parts of one page.
(function () {
  "use strict";
  const { toolFile, worked } = window.tot;
  const { make, table } = toolFile;

  const words = (data, ...ids) => ids.map((id) => data.words[id]);
  const printed = (data, values, input) => worked.quantity(data, values[input.id], input.unit);

  /** The chosen options, a line each. */
  function chosen(data, choices) {
    return data.choices.map(({ id, title, options }) => {
      const option = options.find((one) => one.id === choices[id]);
      return make("p", "tot-paper__line", make("strong", "", title + " "), option.title);
    });
  }

  /** Every step as an entry of a list; `last` gives its last lines. */
  function listed(data, steps, last) {
    const entries = data.outputs.map((output, place) => {
      const lines = [make("strong", "", output.title), output.words,
        output.symbol + " = " + steps[place].signs, ...last(steps[place])];
      return make("li", "", ...lines.map((line) => make("p", "", line)));
    });
    return make("ol", "tot-paper__steps", ...entries);
  }

  function blank(data, values, choices, steps) {
    const rows = data.inputs.map((input) =>
      [input.symbol, input.title, printed(data, values, input)]);
    const head = words(data, "tool-symbol", "tool-number", "tool-value");
    const room = "= " + "\u2026".repeat(20);
    return [table(head, rows), ...chosen(data, choices), listed(data, steps, () => [room])];
  }

  function solution(data, steps) {
    return [listed(data, steps, ({ numbers, result }) =>
      ["= " + numbers, make("strong", "", "= " + result)])];
  }

  function note(data, values, choices, steps) {
    const lesson = worked.lessonValues(data);
    const inputs = data.inputs.map((input) => {
      const from = values[input.id] === lesson[input.id] ? "tool-lesson" : "tool-own";
      return [input.symbol, input.title, printed(data, values, input), data.words[from]];
    });
    const results = data.outputs.map(({ symbol, title }, place) =>
      [symbol, title, steps[place].result, symbol + " = " + steps[place].signs]);
    return [
      table(words(data, "tool-symbol", "tool-number", "tool-value", "tool-from"), inputs),
      ...chosen(data, choices),
      table(words(data, "tool-symbol", "tool-result", "tool-value", "tool-formula"), results),
    ];
  }

  window.tot.toolPaper = { blank, solution, note };
})();

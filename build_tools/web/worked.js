// What a calculator says for certain numbers: the twin of build_tools/render/tools/worked.py.
// Needs lao.js, scoring.js, tools/exact.js and tool-file.js before it; `data` is the JSON that calculator.py writes.
(function () {
  "use strict";
  const { Exact } = globalThis.tot.exact;
  const { readNumber, writeNumber } = globalThis.tot.scoring;
  const { word } = globalThis.tot.toolFile;
  const PART = /\{([a-z0-9-]+)\}|(\d+(?:\.\d+)?)/g;
  const PLAIN = /^-?[0-9]{1,24}(\.[0-9]{1,8})?$/;

  /** Texts as the tools take them: {numbers: {id: Exact}, choices: {id: option}}. */
  function given(data, values, choices) {
    const numbers = data.inputs.map(({ id }) => [id, Exact.of(values[id])]);
    return { numbers: Object.fromEntries(numbers), choices };
  }

  /** The lesson's values as plain texts, without needless zeros. */
  function lessonValues(data) {
    return Object.fromEntries(data.inputs.map(({ id, value }) => [id, Exact.of(value).toText()]));
  }

  function lessonChoices(data) {
    return Object.fromEntries(data.choices.map(({ id, options }) => [id, options[0].id]));
  }

  /** A plain decimal text with its unit, as the language writes it. */
  function quantity(data, value, unit) {
    return data.units[unit].replace("{n}", () => writeNumber(value, data.language));
  }

  /** The printed result of an output, or that it cannot be worked out. */
  function result(data, output, value) {
    if (value === null) return data.words["tool-undefined"];
    return quantity(data, value.toText(output.decimals), output.unit);
  }

  /** Every step: its formula in signs and with numbers, and its printed result. */
  function steps(data, given, results) {
    const known = [...data.inputs, ...data.outputs];
    const signs = Object.fromEntries(known.map(({ id, symbol }) => [id, symbol]));
    const numbers = Object.fromEntries([
      ...data.inputs.map(({ id, unit }) => [id, bare(data, given.numbers[id].toText(), unit)]),
      ...data.outputs.map(({ id, unit, decimals }) =>
        [id, results[id] === null ? "?" : bare(data, results[id].toText(decimals), unit)]),
    ]);
    return data.outputs.map((output) => {
      const formula = output.by ? output.formulas[given.choices[output.by]] : output.formula;
      return {
        id: output.id,
        signs: filled(data, formula, signs),
        numbers: filled(data, formula, numbers),
        result: result(data, output, results[output.id]),
      };
    });
  }

  function filled(data, formula, names) {
    return formula.replace(PART, (part, name, constant) =>
      name ? names[name] : writeNumber(constant, data.language));
  }

  function bare(data, value, unit) {
    return writeNumber(value, data.language) + (unit === "percent" ? "%" : "");
  }

  /** The limits that these numbers pass. */
  function brokenLimits(data, given) {
    const sum = (ids) => ids.reduce((all, id) => all.plus(given.numbers[id]), Exact.of(0));
    return data.limits.filter(({ small, large }) => sum(small).isAbove(sum(large)));
  }

  /** A typed number as {value, isOpen}, or {fault}: what is wrong with it, in plain words.
      `isOpen`: it was written in neither language's way alone, and could mean another number. */
  function read(data, input, typed) {
    const readings = readNumber(typed, data.language);
    const fitting = readings.filter((value) => fault(data, input, value) === "");
    if (fitting.length > 0) {
      const isOwn = typed.trim() === writeNumber(fitting[0], data.language);
      return { value: fitting[0], isOpen: fitting.length > 1 && !isOwn };
    }
    if (readings.length > 0) return { fault: fault(data, input, readings[0]) };
    return { fault: word(data, "not-a-number", { n: writeNumber(input.value, data.language) }) };
  }

  /** What is wrong with a plain decimal text as a value of this input; empty where nothing is. */
  function fault(data, input, value) {
    if (!PLAIN.test(value)) return rangeFault(data, input);
    const decimals = (value.split(".")[1] || "").length;
    if (decimals > input.decimals) {
      return word(data, input.decimals ? "tool-decimals" : "tool-whole", { n: input.decimals });
    }
    const exact = Exact.of(value);
    const isOutside = Exact.of(input.min).isAbove(exact) || exact.isAbove(input.max);
    return isOutside ? rangeFault(data, input) : "";
  }

  function rangeFault(data, input) {
    const [min, max] = [input.min, input.max].map((value) => writeNumber(value, data.language));
    return word(data, "tool-range", { min, max });
  }

  /** The values and options of a file as {taken, options, refused}; what it leaves out is the lesson's. */
  function taken(data, values, choices) {
    const found = lessonValues(data);
    const options = lessonChoices(data);
    for (const input of data.inputs.filter(({ id }) => id in values)) {
      const why = fault(data, input, values[input.id]);
      if (why) return { refused: word(data, "tool-file-value", { name: input.title, fault: why }) };
      found[input.id] = Exact.of(values[input.id]).toText();
    }
    for (const choice of data.choices.filter(({ id }) => id in choices)) {
      const isKnown = choice.options.some(({ id }) => id === choices[choice.id]);
      if (!isKnown) return { refused: data.words["tool-file-broken"] };
      options[choice.id] = choices[choice.id];
    }
    const [broken] = brokenLimits(data, given(data, found, options));
    return { taken: found, options, refused: broken ? broken.text : "" };
  }

  /** The values of the chart as plain texts: of its bars, or of each of its series. */
  function chartValues(data, given, results, tool) {
    const text = (value) => (value || Exact.of(0)).toText();
    if (data.chart.values) {
      const numbers = { ...given.numbers, ...results };
      return data.chart.values.map((id) => text(numbers[id]));
    }
    const points = tool.points(given, results);
    return data.chart.series.map((id) => points[id].map(text));
  }

  globalThis.tot.worked = {
    brokenLimits, chartValues, fault, given, lessonChoices, lessonValues, quantity, read, result,
    steps, taken,
  };
  if (typeof module === "object") module.exports = globalThis.tot.worked;
})();

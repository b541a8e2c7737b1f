// Lets the reader change the numbers of the calculators that build_tools/render/tools/calculator.py
// writes. Needs tools/<id>.js, tool-file.js, worked.js, chart.js, tool-field.js and tool-paper.js before
// it. Nothing is stored or sent.
(function () {
  "use strict";
  const { chart, scoring, toolFile, toolPaper, tools, worked, ToolField } = window.tot;
  const { make } = toolFile;
  const PAUSE = 500;

  class Calculator {
    constructor(section) {
      this.section = section;
      this.data = JSON.parse(this.part("data").textContent);
      this.prefix = section.dataset.prefix;
      this.tool = tools[this.data.tool];
      this.form = this.part("form");
      this.lesson = worked.lessonValues(this.data);
      this.options = worked.lessonChoices(this.data);
      this.listeners = [];
      this.fields = this.data.inputs.map((input) =>
        new ToolField(this.row("input", input.id), input, this.data, this.prefix));
      this.data.choices.forEach((choice) => this.addChoice(choice));
      this.addLimits();
      this.listen();
      section.dataset.live = "yes";
      this.set(this.lesson, this.options);
      clearTimeout(this.waiting);
      if (this.tool.extra) this.addExtra();
      if ("full" in section.dataset) toolFile.start(section, this.data, this);
    }

    part(name) { return this.section.querySelector(".tot-tool__" + name); }
    row(kind, id) { return this.section.querySelector("[data-" + kind + '="' + id + '"]'); }
    radios() { return [...this.form.querySelectorAll("input[type=radio]")]; }

    addChoice(choice) {
      const said = (tag, { title, lang }) => Object.assign(make(tag, "", title), { lang });
      const set = make("fieldset", "", said("legend", choice));
      choice.options.forEach((option) => {
        const radio = Object.assign(make("input"), { type: "radio", value: option.id });
        radio.name = this.prefix + "-" + choice.id;
        set.append(make("label", "", radio, said("span", option)));
      });
      this.row("choice", choice.id).append(set);
    }

    addLimits() {
      this.limits = this.data.limits.map((limit) => {
        const said = make("p", "tot-tool__wrong");
        Object.assign(said, { id: this.prefix + "-limit-" + limit.id, lang: limit.lang });
        this.part("inputs").after(said);
        return { ...limit, said };
      });
    }

    listen() {
      const actions = this.form.querySelector(".tot-tool__actions");
      actions.hidden = false;
      actions.querySelector("[data-action=back]").addEventListener("click", () =>
        this.set(this.lesson, worked.lessonChoices(this.data)));
      this.form.addEventListener("submit", (event) => event.preventDefault());
      this.form.addEventListener("input", () => this.change());
      this.form.addEventListener("change", () => {
        this.fields.forEach((field) => field.settle());
        this.showFaults();
      });
    }

    /** What a tool adds of its own, above the form. */
    addExtra() {
      const container = make("div", "tot-tool__extra");
      this.form.before(container);
      this.tool.extra(container, {
        language: this.data.language,
        label: (id) => this.data.labels[id],
        write: (text) => scoring.writeNumber(text, this.data.language),
        values: () => this.current(),
        set: (values) => this.set({ ...this.current(), ...values }, this.options),
        onChange: (listener) => this.listeners.push(listener),
      });
    }

    /** The last right numbers as plain decimal texts. */
    current() {
      return Object.fromEntries(this.fields.map(({ input, value }) => [input.id, value]));
    }

    /** Puts plain decimal texts and options into the form. */
    set(values, options) {
      this.fields.forEach((field) => field.write(values[field.input.id]));
      this.radios().forEach((radio) => {
        radio.checked = options[radio.closest("[data-choice]").dataset.choice] === radio.value;
      });
      this.change();
      this.showFaults();
    }

    /** Reads the form; results follow at once, what is wrong is said after a pause in typing. */
    change() {
      this.fields.forEach((field) => field.read());
      this.radios().filter((radio) => radio.checked).forEach((radio) => {
        this.options[radio.closest("[data-choice]").dataset.choice] = radio.value;
      });
      this.given = worked.given(this.data, this.current(), this.options);
      this.broken = worked.brokenLimits(this.data, this.given).map(({ id }) => id);
      this.fields.filter(({ fault }) => fault === "").forEach((field) =>
        field.showValue(this.lesson[field.input.id]));
      if (this.isRight()) this.show();
      clearTimeout(this.waiting);
      this.waiting = setTimeout(() => { this.showFaults(); this.announce(); }, PAUSE);
    }

    isTyped() { return this.fields.every(({ fault }) => fault === ""); }
    isRight() { return this.isTyped() && this.broken.length === 0; }

    showFaults() {
      const passed = this.limits.filter(({ id }) => this.isTyped() && this.broken.includes(id));
      this.limits.forEach((limit) => {
        limit.said.textContent = passed.includes(limit) ? limit.text : "";
      });
      this.fields.forEach((field) => {
        const names = ({ small, large }) => [...small, ...large].includes(field.input.id);
        field.showFault(passed.filter(names).map(({ said }) => said.id));
      });
      this.section.dataset.state = this.isRight() ? "right" : "wrong";
      this.part("mend").hidden = this.isRight();
    }

    /** Works everything out and shows it. */
    show() {
      this.results = this.tool.compute(this.given);
      this.steps = worked.steps(this.data, this.given, this.results);
      this.data.choices.forEach(({ id, options }) => {
        const { title, lang } = options.find((option) => option.id === this.options[id]);
        const chosen = this.row("choice", id).querySelector(".tot-tool__chosen");
        Object.assign(chosen, { textContent: title, lang });
      });
      this.steps.forEach((step) => this.showStep(step));
      if (this.data.chart) this.draw();
      this.listeners.forEach((listener) => listener());
    }

    showStep(step) {
      const line = this.row("output", step.id);
      line.querySelector(".tot-tool__signs span").textContent = step.signs;
      line.querySelector(".tot-tool__filled span").textContent = step.numbers;
      line.querySelector(".tot-tool__result strong").textContent = step.result;
      const main = this.row("main", step.id);
      if (main) main.querySelector("dd").textContent = step.result;
    }

    /** The chart in both shapes, and the table beside it. */
    draw() {
      const values = worked.chartValues(this.data, this.given, this.results, this.tool);
      for (const shape of ["wide", "tall"]) {
        const frame = this.part("chart").querySelector(".tot-" + shape);
        const name = this.prefix + "-chart-" + shape;
        frame.innerHTML = chart.draw(this.data.chart[shape], values, name);
      }
      const { unit } = this.data.chart;
      this.part("chart").querySelectorAll("tbody tr").forEach((row, place) => {
        row.querySelectorAll("td").forEach((cell, at) => {
          const value = this.data.chart.values ? values[place] : values[at][place];
          cell.textContent = worked.quantity(this.data, value, unit);
        });
      });
    }

    /** Says the results, or what is wrong, to those who do not see them change. */
    announce() {
      const wrong = [...this.form.querySelectorAll(".tot-tool__wrong")].map((one) => one.textContent);
      const main = this.data.outputs.flatMap((output, place) =>
        output.main ? [output.title + ": " + this.steps[place].result + "."] : []);
      const readings = this.fields.map((field) => field.reading()).filter(Boolean);
      const said = this.isRight() ? [...readings, ...main] : wrong.filter(Boolean);
      this.part("say").textContent = said.join(" ");
    }

    // What tool-file.js asks for.

    values() { return this.isRight() ? this.current() : null; }
    choices() { return { ...this.options }; }
    note() { return toolPaper.note(this.data, this.current(), this.options, this.steps); }

    sheet() {
      return {
        blank: toolPaper.blank(this.data, this.current(), this.options, this.steps),
        solution: toolPaper.solution(this.data, this.steps),
      };
    }

    take(values, choices) {
      const { taken, options, refused } = worked.taken(this.data, values, choices);
      if (!refused) this.set(taken, options);
      return refused;
    }
  }

  const start = () => document.querySelectorAll('.tot-tool[data-kind="calculator"]')
    .forEach((section) => new Calculator(section));
  if (document.readyState !== "loading") start();
  else document.addEventListener("DOMContentLoaded", start);
})();

// The fields of a calculator's form. Needs scoring.js, worked.js and tool-file.js before it.
(function () {
  "use strict";
  const { scoring, toolFile, worked } = window.tot;
  const { make } = toolFile;

  /** A typed number in the table: its box, what is wrong with it, and that it was changed. */
  class ToolField {
    constructor(row, input, data, prefix) {
      Object.assign(this, { input, data, id: prefix + "-" + input.id });
      this.given = row.querySelector(".tot-tool__given");
      this.box = this.part("input", "");
      Object.assign(this.box, { type: "text", id: this.id, autocomplete: "off", inputMode: "decimal" });
      this.wrong = this.part("span", "-wrong", "tot-tool__wrong");
      this.note = this.part("span", "-note", "tot-tool__own");
      const units = data.units[input.unit].split("{n}").map((text, place) =>
        this.part("span", place ? "-after" : "-before", "", text.trim()));
      const said = [...units.filter((one) => one.textContent), this.note];
      this.described = [...said.map((one) => one.id), this.id + "-source"].join(" ");
      this.given.after(make("span", "tot-tool__box", units[0], this.box, units[1]), this.wrong, this.note);
      const name = row.querySelector(".tot-tool__name");
      const label = make("label", "", ...name.childNodes);
      label.htmlFor = this.id;
      name.append(label);
    }

    part(tag, ending, className, ...children) {
      return Object.assign(make(tag, className, ...children), { id: this.id + ending });
    }

    /** Reads what is typed; the last right value stays while something is wrong. */
    read() {
      const { value, fault, isOpen } = worked.read(this.data, this.input, this.box.value);
      this.fault = fault || "";
      this.isOpen = Boolean(isOpen);
      if (value !== undefined) this.value = value;
    }

    /** Puts a plain decimal text into the box, as the page writes numbers. */
    write(value) {
      this.value = value;
      this.fault = "";
      this.box.value = scoring.writeNumber(value, this.data.language);
    }

    /** Writes a right number again, so that the reader sees how it was read. */
    settle() {
      if (!this.fault) this.write(this.value);
    }

    /** Shows what is wrong; `limits` are the ids of sentences about numbers that contradict. */
    showFault(limits) {
      const wrong = this.fault ? [this.wrong.id, ...limits] : limits;
      this.wrong.textContent = this.fault;
      if (wrong.length > 0) this.box.setAttribute("aria-invalid", "true");
      else this.box.removeAttribute("aria-invalid");
      this.box.setAttribute("aria-describedby", [...wrong, this.described].join(" "));
    }

    print(value) { return worked.quantity(this.data, value, this.input.unit); }

    /** How the number was read, where what is typed could mean another one; else nothing. */
    reading() {
      return this.isOpen ? toolFile.word(this.data, "read-as", { n: this.print(this.value) }) : "";
    }

    /** Says how the number was read where that is open, and what the lesson's value was. */
    showValue(lesson) {
      this.given.textContent = this.print(this.value);
      const changed = { value: this.print(lesson) };
      const own = this.value === lesson ? "" : toolFile.word(this.data, "tool-changed", changed);
      this.note.textContent = [this.reading(), own].filter(Boolean).join(" ");
    }
  }

  window.tot.ToolField = ToolField;
})();

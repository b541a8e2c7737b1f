// Saves, loads and prints on a tool's own page; tool.js and sorting.js use it. Nothing leaves the device.
//
// tot.toolFile.start(section, data, shell) wires what the macro `file_part` of
// templates/tools/parts.html.j2 writes inside the element of class tot-tool. `data` is its
// JSON (`ToolWriter.data` of render/tools/frame.py). The shell answers:
//   values()   {id: text} to save, or null while something in the form is wrong
//   choices()  {id: text} to save
//   take(values, choices)  "" when the form has them now, else a sentence that says why not; every id
//              and text of a file is short and harmless, but nobody else has looked at them
//   sheet()    {blank: [Node], solution: [Node] or null}, the pages of the sheet to do by hand
//   note()     [Node], what the note says between its head and its foot
// tot.toolFile.word(data, id, values) gives an interface word with its {slots} filled;
// tot.toolFile.make(tag, class, ...children) gives a new element; tot.toolFile.table(head, rows) a
// table of texts, the first of each row its heading. What is printed has the classes tot-paper*.
// .save, .print and .layOut give any page a file, a print, or what it prints from now on.
//
// Classes of tool.css for the screen: .tot-tool (the whole), __lead, __form,
// __label (heading of a part), __inputs (table), __source, __own (badge), __box (typed number with its
// unit), __wrong (what is wrong with a field), __choice (radio group), __actions (row of buttons),
// __button, __main (results), __steps, __say (live region), __file, __told, __open (link), __data.
(function () {
  "use strict";
  const VERSION = 1;
  const LONGEST_FILE = 100000;
  const LONGEST_TEXT = 500;
  const ID = /^[a-z][a-z0-9/-]{0,200}$/;

  function make(tag, className, ...children) {
    const element = document.createElement(tag);
    if (className) element.className = className;
    element.append(...children);
    return element;
  }

  function word(data, id, values) {
    return data.words[id].replace(/\{(\w+)\}/g, (slot, name) => values[name]);
  }

  function table(head, rows) {
    const cell = (tag, scope) => (text) => {
      const made = make(tag, "", text);
      if (scope) made.scope = scope;
      return made;
    };
    const body = rows.map(([first, ...rest]) =>
      make("tr", "", cell("th", "row")(first), ...rest.map(cell("td"))));
    const top = make("thead", "", make("tr", "", ...head.map(cell("th", "col"))));
    return make("table", "tot-paper__table", top, make("tbody", "", ...body));
  }

  /** The text of a file as {state}, or {fault: word} where it is no file of this tool. */
  function parse(text, tool) {
    let saved = null;
    try { saved = JSON.parse(text); } catch (error) { return { fault: "tool-file-broken" }; }
    if (saved === null || typeof saved !== "object") return { fault: "tool-file-broken" };
    if (typeof saved.tool !== "string") return { fault: "tool-file-broken" };
    if (saved.tool !== tool) return { fault: "tool-file-other" };
    const values = texts(saved.values);
    const choices = texts(saved.choices);
    if (saved.version !== VERSION || !values || !choices) return { fault: "tool-file-broken" };
    const { curriculum, province, remark } = saved;
    const [from, name, why] = [curriculum, province, remark].map(words);
    return { state: { values, choices, curriculum: from, province: name, remark: why } };
  }

  /** An object of short texts by harmless ids; null for anything else. */
  function texts(object) {
    if (object === null || typeof object !== "object" || Array.isArray(object)) return null;
    const entries = Object.entries(object);
    const isFine = ([id, text]) =>
      ID.test(id) && typeof text === "string" && text.length <= LONGEST_TEXT;
    return entries.every(isFine) ? Object.assign(Object.create(null), object) : null;
  }

  /** A text on one line, cut to its longest; empty for what is no text. */
  function words(text) {
    return typeof text === "string" ? text.slice(0, LONGEST_TEXT).replace(/\s+/g, " ").trim() : "";
  }

  /** The file of these values. */
  function written(data, state) {
    const { tool, version } = data;
    const saved = { tool, version: VERSION, curriculum: version, ...state };
    return JSON.stringify(saved, null, 1) + "\n";
  }

  /** Saves a text or a Blob as a file of this name. */
  function save(content, name, type) {
    const blob = content instanceof Blob ? content : new Blob([content], { type });
    const link = make("a");
    link.href = URL.createObjectURL(blob);
    link.download = name;
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  }

  /** Lays out these pages as what this page prints from now on, in place of itself. */
  function layOut(kind, language, ...pages) {
    document.querySelectorAll(".tot-paper").forEach((old) => old.remove());
    const paper = make("div", "tot-paper", ...pages);
    paper.lang = language;
    document.body.append(paper);
    document.body.dataset.print = kind;
  }

  /** Prints these pages and nothing else of this page. */
  function print(kind, language, ...pages) {
    layOut(kind, language, ...pages);
    window.addEventListener("afterprint", () => {
      delete document.body.dataset.print;
      document.querySelectorAll(".tot-paper").forEach((old) => old.remove());
    }, { once: true });
    window.print();
  }

  class ToolFile {
    constructor(section, data, shell) {
      Object.assign(this, { section, data, shell });
      this.part = section.querySelector(".tot-tool__file");
      this.told = section.querySelector(".tot-tool__told");
      this.chosen = this.part.querySelector("input[type=file]");
      this.part.hidden = false;
      const actions = {
        save: () => this.save(), load: () => this.chosen.click(),
        sheet: () => this.print("sheet"), note: () => this.print("note"),
      };
      for (const [name, action] of Object.entries(actions)) {
        this.part.querySelector("[data-action=" + name + "]").addEventListener("click", action);
      }
      this.chosen.addEventListener("change", () => this.read());
    }

    word(id, values) { return word(this.data, id, values); }

    field(name) { return this.part.querySelector("[name=" + name + "]"); }

    say(id, values) { this.told.textContent = this.word(id, values); }

    save() {
      const values = this.shell.values();
      if (values === null) return this.say("tool-mend-first");
      const [province, remark] = ["province", "remark"].map((name) => words(this.field(name).value));
      const choices = this.shell.choices();
      const text = written(this.data, { values, choices, province, remark });
      const file = this.data.tool + ".json";
      save(text, file, "application/json");
      this.say("tool-saved", { file });
    }

    read() {
      const [file] = this.chosen.files;
      this.chosen.value = "";
      if (!file) return;
      if (file.size > LONGEST_FILE) return this.say("tool-file-broken");
      const reader = new FileReader();
      reader.onload = () => this.take(reader.result);
      reader.onerror = () => this.say("tool-file-broken");
      reader.readAsText(file);
    }

    take(text) {
      const { state, fault } = parse(text, this.data.tool);
      if (fault) return this.say(fault);
      const refused = this.shell.take(state.values, state.choices);
      if (refused) { this.told.textContent = refused; return; }
      for (const name of ["province", "remark"]) {
        const field = this.field(name);
        field.value = state[name].slice(0, field.maxLength);
      }
      const isOther = state.curriculum !== this.data.version;
      this.say(isOther ? "tool-loaded-other" : "tool-loaded", { version: state.curriculum || "?" });
    }

    print(kind) {
      if (this.shell.values() === null) return this.say("tool-mend-first");
      this.told.textContent = "";
      print(kind, this.data.language, ...(kind === "sheet" ? this.sheet() : [this.note()]));
    }

    /** A page of the paper: its title, what the shell gives, what every paper says at its foot. */
    page(title, children) {
      const foot = make("p", "tot-paper__foot", this.data.version_line);
      if (this.data.sentence) foot.prepend(make("strong", "", this.data.sentence), " ");
      const head = [make("p", "tot-paper__kicker", title), make("h1", "", this.data.title)];
      return make("div", "tot-paper__page", ...head, ...children, foot);
    }

    line(word, value) {
      const text = value || "\u2026".repeat(24);
      return make("p", "tot-paper__line", make("strong", "", this.word(word) + ": "), text);
    }

    sheet() {
      const { blank, solution } = this.shell.sheet();
      const province = this.line("tool-province", words(this.field("province").value));
      const pages = [this.page(this.word("tool-sheet"), [province, ...blank])];
      if (solution) pages.push(this.page(this.word("tool-solution"), solution));
      return pages;
    }

    note() {
      const own = ["province", "remark"].map((name) => {
        return this.line("tool-" + name, words(this.field(name).value));
      });
      const signature = make("p", "tot-paper__signature", this.word("tool-signature"));
      return this.page(this.word("tool-note"), [...own, ...this.shell.note(), signature]);
    }
  }

  globalThis.tot = globalThis.tot || {};
  globalThis.tot.toolFile = {
    layOut, make, parse, print, save, table, word, written,
    start: (section, data, shell) => new ToolFile(section, data, shell),
  };
  if (typeof module === "object") module.exports = globalThis.tot.toolFile;
})();

// The trainer's page: takes results in, shows what the class knows, saves and prints. All stays in
// this page; nothing is kept in the browser. Words and language come from the page's JSON.
(function () {
  "use strict";
  const { make, print, save } = globalThis.tot.toolFile;
  const { csv, xlsx } = globalThis.tot.collectExport;
  const { statistics, collectParts, collectTables } = globalThis.tot;
  const TYPES = { csv: "text/csv", jsonl: "application/x-ndjson" };

  class CollectPage {
    constructor(section) {
      this.section = section;
      this.bank = globalThis.tot.bank;
      const data = JSON.parse(section.querySelector(".tot-tool__data").textContent);
      this.say = new globalThis.tot.Say(data, this.bank);
      this.tally = new globalThis.tot.tally.Tally(this.bank);
      this.isSaved = true;
      this.results = section.querySelector(".tot-collect__results");
      this.nameless = section.querySelector("input[name=nameless]");
      this.table = new globalThis.tot.collectTable.LearnerTable(section, this);
      new globalThis.tot.collectRead.Reading(section, this);
      new globalThis.tot.collectSign.Signing(section, this);
      this.listen();
    }

    find(selector) { return this.section.querySelector(selector); }

    listen() {
      for (const name of ["owner", "group", "province"]) {
        this.find("select[name=" + name + "]").addEventListener("change", () => this.draw());
      }
      this.nameless.addEventListener("change", () => this.table.draw());
      const actions = {
        undo: () => this.undo(), tally: () => this.saveTally(), csv: () => this.saveCsv(),
        xlsx: () => this.saveXlsx(), report: () => this.printReport(),
      };
      for (const [name, action] of Object.entries(actions)) {
        this.find("[data-action=" + name + "]").addEventListener("click", action);
      }
      window.addEventListener("beforeunload", (event) => {
        if (this.isSaved) return;
        event.preventDefault();
        event.returnValue = ""; // browsers before 2024 ask only if this is set
      });
    }

    isNamed() { return !this.nameless.checked; }

    value(name) { return this.find("[name=" + name + "]").value; }

    /** Called after records came in or went. */
    changed(isNew) {
      if (isNew) this.isSaved = false;
      this.fill("owner", this.tally.owners().map((id) => [id, this.say.text(this.bank.owners[id].title)]));
      this.draw();
    }

    /** The choices of a select, keeping what was chosen; null `all` where there is no "all". */
    fill(name, choices, all = null) {
      const select = this.find("select[name=" + name + "]");
      const before = select.value;
      const some = all === null ? choices : [["", all], ...choices];
      select.replaceChildren(...some.map(([value, text]) => new Option(text, value)));
      if (some.some(([value]) => value === before)) select.value = before;
      select.closest("p").hidden = choices.length < 2;
    }

    fillFilters(rows) {
      const { plain, folded } = globalThis.tot.tally;
      const all = this.say.word("collect-every");
      const groups = new Map(rows.map((row) => ["=" + folded(row.group), plain(row.group)]));
      const provinces = new Map(rows.map((row) => ["=" + row.province, this.say.province(row.province)]));
      const none = this.say.word("collect-not-said");
      for (const [name, found] of [["group", groups], ["province", provinces]]) {
        const choices = [...found].map(([value, text]) => [value, text || none]);
        this.fill(name, choices.sort((a, b) => (a[1] < b[1] ? -1 : 1)), all);
      }
    }

    /** Draws the results of what is chosen. */
    draw() {
      const owner = this.value("owner");
      this.results.hidden = !owner;
      if (!owner) return;
      this.fillFilters(this.tally.chosen(owner, null, null));
      const filter = (name) => (this.value(name) === "" ? null : this.value(name).slice(1));
      this.rows = this.tally.chosen(owner, filter("group"), filter("province"));
      this.whole = statistics.summary(this.rows);
      const partsOf = (kind) => statistics.weakestFirst(
        statistics.parts(this.rows, (item) => this.bank.items[item][kind]));
      this.parts = { objective: partsOf("objective"), module: partsOf("module") };
      this.items = {};
      for (const form of ["pre", "post"]) this.items[form] = statistics.items(this.rows, form);
      this.table.show(this.rows);
      this.drawSummary();
      this.drawParts();
      this.ticked();
    }

    drawSummary() {
      const { say, whole } = this;
      const shown = [
        ["collect-n", String(whole.n), ""],
        ["collect-before", say.percent(whole.pre.mean), whole.pre.n],
        ["collect-after", say.percent(whole.post.mean), whole.post.n],
        ["collect-gain", say.decimal(whole.both.gain, 2), whole.both.n],
      ].map(([word, text, n]) => {
        const count = n === "" ? [] : [" ", make("span", "tot-muted", say.word("collect-of-n", { n }))];
        return make("div", "", make("dt", "", say.word(word)), make("dd", "", text, ...count));
      });
      this.find(".tot-tool__main").replaceChildren(...shown);
      const warning = collectParts.warning(say, whole.n);
      for (const place of this.section.querySelectorAll(".tot-collect__warning")) {
        place.textContent = warning;
        place.hidden = !warning;
      }
    }

    drawParts() {
      const { say, parts } = this;
      const put = (name, ...tables) => this.find(".tot-collect__" + name).replaceChildren(...tables);
      const { objectives, modules, items } = collectParts;
      put("objectives", objectives(parts.objective, say));
      put("modules", ...(parts.module.length > 1 ? [modules(parts.module, say)] : []));
      const forms = ["pre", "post"].filter((form) => this.items[form].length);
      put("items", ...forms.map((form) => items(form, this.items[form], say)));
    }

    /** Says for how many learners certificates would be made. */
    ticked() {
      const n = this.table.chosen().length;
      this.find(".tot-collect__for").textContent = this.say.word("collect-for", { n });
    }

    remove(key) {
      this.removed = this.tally.kept.get(key);
      this.tally.remove(key);
      this.isSaved = false;
      this.changed(false);
      const undo = this.find(".tot-collect__undo");
      const name = (this.isNamed() && this.removed.name) || this.removed.record.learner;
      undo.querySelector("span").textContent = this.say.word("collect-removed", { name });
      undo.hidden = false;
      undo.querySelector("button").focus();
    }

    undo() {
      this.tally.put(this.removed.record);
      this.find(".tot-collect__undo").hidden = true;
      this.changed(true);
      this.find("select[name=owner]").value = this.removed.of;
      this.draw();
      this.find(".tot-collect__learners input").focus();
    }

    fileName(what, ending) {
      const [day, month, year] = this.say.date(Date.now()).split("/");
      return [what, this.value("owner"), year + month + day].join("-") + "." + ending;
    }

    /** Saves a file and says so. */
    keep(content, name) {
      save(content, name, TYPES[name.split(".").pop()]);
      this.find(".tot-collect__save .tot-tool__told").textContent =
        this.say.word("tool-saved", { file: name });
    }

    saveTally() {
      const lines = this.tally.lines(this.tally.rows(), this.isNamed());
      this.keep(lines, "results.jsonl");
      this.isSaved = this.isNamed();
    }

    tables() {
      const { rows, parts, items, bank, say } = this;
      return [
        collectTables.learners(rows, bank, say, this.isNamed()),
        collectTables.objectives(parts.objective, bank, say), collectTables.items(items, bank, say),
      ];
    }

    saveCsv() { this.keep(csv(this.tables()[0]), this.fileName("results", "csv")); }

    async saveXlsx() { this.keep(await xlsx(this.tables()), this.fileName("results", "xlsx")); }

    printReport() {
      const { plain } = globalThis.tot.tally;
      const owner = this.say.text(this.bank.owners[this.value("owner")].title);
      const given = {
        owner, title: plain(this.value("title")) || owner,
        place: plain(this.value("place")), dates: plain(this.value("dates")),
      };
      const sheet = globalThis.tot.collectReport.sheet(
        this.say, given, this.whole, this.parts.objective);
      print("report", this.say.language, sheet);
    }
  }

  document.querySelectorAll(".tot-collect").forEach((section) => new CollectPage(section));
})();

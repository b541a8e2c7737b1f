// The table of learners: sorted by its buttons, each row to tick or to take out. On a phone, cards.
(function () {
  "use strict";
  const { make } = globalThis.tot.toolFile;
  const SHOWN = 200;
  const COLUMNS = ["name", "province", "group", "before", "after", "change", "made"];
  const NUMBERS = { before: "pre", after: "post", change: "change" };

  class LearnerTable {
    constructor(section, page) {
      Object.assign(this, { page, by: "name", isDown: false, all: false, rows: [] });
      this.ticked = new Set();
      this.head = section.querySelector(".tot-collect__learners thead tr");
      this.body = section.querySelector(".tot-collect__learners tbody");
      this.more = section.querySelector("[data-action=all]");
      this.order = new Intl.Collator(page.say.language, { numeric: true });
      for (const button of this.head.querySelectorAll("button")) {
        button.addEventListener("click", () => this.sort(button.dataset.by));
      }
      this.more.addEventListener("click", () => {
        this.all = true;
        this.draw();
        this.body.rows[SHOWN].querySelector("input").focus();
      });
      this.body.addEventListener("click", (event) => this.clicked(event));
    }

    clicked({ target }) {
      const row = target.closest("tr");
      if (target.matches("input")) {
        if (target.checked) this.ticked.add(row.dataset.key);
        else this.ticked.delete(row.dataset.key);
        this.page.ticked();
      }
      if (target.closest("button")) this.page.remove(row.dataset.key);
    }

    sort(by) {
      this.isDown = by === this.by && !this.isDown;
      this.by = by;
      this.draw();
    }

    /** Shows these rows. */
    show(rows) {
      this.rows = rows;
      this.draw();
    }

    /** The ticked rows of those shown; all of them where none is ticked. */
    chosen() {
      const some = this.rows.filter((row) => this.ticked.has(row.key));
      return some.length ? some : this.rows;
    }

    sorted() {
      const { by, order, page } = this;
      const number = NUMBERS[by];
      const text = (row) => by === "province" ? page.say.province(row.province) : row[by];
      const compare = number
        ? (a, b) => (a[number] === null ? -2 : a[number]) - (b[number] === null ? -2 : b[number])
        : (a, b) => order.compare(text(a), text(b));
      const turned = this.isDown ? (a, b) => compare(b, a) : compare;
      return this.rows.slice().sort((a, b) => turned(a, b) || order.compare(a.name, b.name));
    }

    draw() {
      for (const button of this.head.querySelectorAll("button")) {
        const state = this.isDown ? "descending" : "ascending";
        const cell = button.closest("th");
        if (button.dataset.by === this.by) cell.setAttribute("aria-sort", state);
        else cell.removeAttribute("aria-sort");
      }
      const some = this.sorted().slice(0, this.all ? Infinity : SHOWN);
      this.body.replaceChildren(...some.map((row) => this.line(row)));
      this.more.hidden = some.length === this.rows.length;
      this.more.textContent = this.page.say.word("collect-all", { n: this.rows.length });
    }

    line(row) {
      const { say } = this.page;
      const name = this.page.isNamed() ? row.name || say.word("collect-no-name") : row.record.learner;
      const cells = [
        ["province", say.province(row.province)], ["group", row.group], ["before", say.percent(row.pre)],
        ["after", say.percent(row.post)], ["change", say.points(row.change)], ["made", say.date(row.made)],
      ].map(([column, text]) => {
        const cell = make("td", "", make("bdi", "", text || "\u2013"));
        cell.dataset.label = say.word("collect-" + column);
        return cell;
      });
      const tick = make("input");
      tick.type = "checkbox";
      tick.checked = this.ticked.has(row.key);
      tick.setAttribute("aria-label", say.word("collect-choose-one") + ": " + name);
      const first = make("th", "", make("label", "", tick, make("bdi", "", name)));
      first.scope = "row";
      const remove = make("button", "tot-collect__remove", say.word("collect-remove"));
      remove.type = "button";
      remove.append(make("span", "tot-hidden", ": " + name));
      const line = make("tr", "", first, ...cells, make("td", "", remove));
      line.dataset.key = row.key;
      return line;
    }
  }

  globalThis.tot.collectTable = { COLUMNS, LearnerTable };
})();

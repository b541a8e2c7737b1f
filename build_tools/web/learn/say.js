// How pages of results say things: words, texts of the bank, shares, dates. Needs tool-file.js.
(function () {
  "use strict";
  const { make, word } = globalThis.tot.toolFile;
  const NOTHING = "\u2013";

  class Say {
    constructor(data, bank) {
      Object.assign(this, { data, bank, language: data.language });
    }

    word(id, values) { return word(this.data, id, values); }

    /** The words of {en, lo} in the page's language, in English where they are missing. */
    text(both) { return both[this.language] || both.en; }

    /** The same as an element that says which language it is in. */
    node(both) {
      const made = make("span", "", this.text(both));
      if (!both[this.language]) made.lang = "en";
      return made;
    }

    province(id) {
      const known = Object.prototype.hasOwnProperty.call(this.bank.provinces, id);
      return known ? this.text(this.bank.provinces[id]) : "";
    }

    decimal(value, digits) {
      if (value === null) return NOTHING;
      const text = value.toFixed(digits).replace("-", "\u2212");
      return this.language === "lo" ? text.replace(".", ",") : text;
    }

    percent(share) {
      return share === null ? NOTHING : this.word("unit-percent", { n: Math.round(share * 100) });
    }

    /** A change in points out of 100, with its sign. */
    points(share) {
      if (share === null) return NOTHING;
      const points = Math.round(share * 100);
      return (points > 0 ? "+" : points < 0 ? "\u2212" : "\u00b1") + Math.abs(points);
    }

    /** The day of a time by the clock of this computer. */
    date(time) {
      const day = new Date(time);
      const two = (number) => String(number).padStart(2, "0");
      return [two(day.getDate()), two(day.getMonth() + 1), day.getFullYear()].join("/");
    }

    /** The page of a lesson. */
    lesson(id) {
      const { title, module } = this.bank.lessons[id];
      const link = make("a", "", this.node(title));
      link.href = "../" + module + "/" + id + ".html";
      return link;
    }
  }

  globalThis.tot.Say = Say;
})();

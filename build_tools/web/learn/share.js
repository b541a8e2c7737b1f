// tot.share: what the pages of results and certificates share: who the learner is, and of which tests.
// Needs say.js and the scripts of progress before it. Nothing is sent.
(function () {
  "use strict";
  const { progress, bank } = globalThis.tot;

  /** The owners of tests of which one of these forms has ended. */
  function ended(record, forms) {
    const isEnded = (owner) => forms.some((form) => (record.tests[owner + "-" + form] || {}).ended);
    return Object.keys(bank.owners).filter(isEnded);
  }

  /** The owner whose test ended last. */
  function newest(record, owners) {
    const last = (owner) => ["pre", "post"].reduce((time, form) => {
      const { ended: at = null } = record.tests[owner + "-" + form] || {};
      return at !== null && at > time ? at : time;
    }, "");
    return owners.reduce((best, owner) => (last(owner) > last(best) ? owner : best), owners[0]);
  }

  /** Opens the page anew if tests were done since it read this record: in another tab, or before "back". */
  function renewed(record) {
    const look = async () => {
      const { tests } = await progress.read();
      if (JSON.stringify(tests) !== JSON.stringify(record.tests)) location.reload();
    };
    window.addEventListener("pageshow", look);
    window.addEventListener("focus", look);
    document.addEventListener("visibilitychange", look);
    return record;
  }

  /** The fields about the learner inside `root`; they are kept with the progress as they are typed. */
  class Own {
    constructor(root, say, record, owners, changed) {
      Object.assign(this, { root, say, record, changed });
      this.told = root.querySelector(".tot-result__kept");
      this.fields = [...root.querySelectorAll("[name=of],[name=name],[name=province],[name=group]")];
      const province = this.field("province");
      this.offer(this.field("of"), owners.map((id) => [id, say.text(bank.owners[id].title)]));
      if (province) {
        const known = Object.entries(bank.provinces).map(([id, both]) => [id, say.text(both)]);
        this.offer(province, [["", say.word("collect-not-said")], ...known]);
      }
      this.fill(owners);
      this.fields.forEach((field) => field.addEventListener("input", () => this.keep()));
    }

    field(name) { return this.fields.find((field) => field.name === name); }

    offer(select, options) {
      select.replaceChildren(...options.map(([value, text]) => new Option(text, value)));
    }

    fill(owners) {
      const { own } = this.record;
      const of = owners.includes(own.of) ? own.of : newest(this.record, owners);
      for (const field of this.fields) field.value = field.name === "of" ? of : own[field.name];
      if (this.fields.some((field) => field.name === "province" && field.value !== own.province)) {
        this.field("province").value = "";
      }
    }

    get of() { return this.field("of").value; }

    async keep() {
      const given = Object.fromEntries(this.fields.map((field) => [field.name, field.value]));
      Object.assign(this.record.own, given);
      this.changed();
      const isKept = await progress.change((record) => Object.assign(record.own, given));
      this.told.textContent = isKept ? "" : this.say.word("result-not-kept");
    }
  }

  globalThis.tot.share = { ended, renewed, Own };
})();

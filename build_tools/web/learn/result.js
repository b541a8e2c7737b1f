// The learner's page of results: shows what the record holds and hands it over as file, QR code, text
// or paper. Nothing is sent by itself.
(function () {
  "use strict";
  const { bank, progress, qr, record: records, resultParts: parts, share } = globalThis.tot;
  const { make, print, save } = globalThis.tot.toolFile;
  const { Say } = globalThis.tot;
  const FORMS = ["pre", "post"];
  const LETTERS_OF_SMS = 153;
  const ROOM_BELOW = 130;

  class Result {
    constructor(section, data, kept) {
      Object.assign(this, { section, kept, say: new Say(data, bank) });
      this.area = this.find("textarea");
      this.dialog = this.find("dialog");
      const owners = share.ended(kept, FORMS);
      this.find(owners.length ? ".tot-result__whole" : ".tot-result__first").hidden = false;
      if (!owners.length) return;
      this.own = new share.Own(section, this.say, kept, owners, () => this.show());
      const actions = {
        save: () => this.save(), large: () => this.large(), close: () => this.dialog.close(),
        select: () => this.select(), copy: () => this.copy(), print: () => this.print(),
      };
      for (const [name, action] of Object.entries(actions)) {
        this.find("[data-action=" + name + "]").addEventListener("click", action);
      }
      this.show();
    }

    find(selector) { return this.section.querySelector(selector); }

    tell(name, id, values) { this.find(".tot-result__" + name).textContent = this.say.word(id, values); }

    /** Makes the record anew and shows all of it. */
    show() {
      this.record = records.make(this.kept, this.own.of, bank, progress.now());
      this.code = records.code(this.record);
      this.area.value = this.code;
      this.find(".tot-result__sms").href = "sms:?body=" + this.code;
      this.tell("how", "result-code-how", { n: Math.ceil(this.code.length / LETTERS_OF_SMS) });
      this.find(".tot-result__fields").replaceChildren(
        ...parts.fields(this.say, this.record).flatMap((field) => this.field(...field)));
      this.find(".tot-result__scores").replaceChildren(...parts.scores(this.say, this.record)
        .flatMap((one) => [make("h3", "", one.title), parts.screenTable(one)]));
      this.find(".tot-result__answers").replaceChildren(...parts.answers(this.say, this.record));
      for (const name of ["saved", "long", "copied"]) this.find(".tot-result__" + name).textContent = "";
    }

    field(label, value, remark) {
      const more = remark ? [make("span", "tot-muted", remark)] : [];
      return [make("dt", "", label), make("dd", "", make("span", "", value), ...more)];
    }

    save() {
      const name = "result-" + this.record.of + "-" + this.record.learner + ".json";
      save(records.file(this.record), name, "application/json");
      this.tell("saved", "tool-saved", { file: name });
    }

    /** The QR code; null where the answers are too long for one. */
    async drawn() {
      await qr.ready();
      return qr.svg(this.code, this.say.word("result-qr-label"));
    }

    /** The code alone on white; a whole number of pixels for each of its modules, as many as fit. */
    async large() {
      const drawn = await this.drawn();
      if (!drawn) return this.tell("long", "result-too-long");
      const side = Number(drawn.getAttribute("viewBox").split(" ")[2]);
      const room = Math.min(window.innerWidth, Math.max(window.innerHeight - ROOM_BELOW, 320));
      drawn.style.width = Math.max(1, Math.floor(room / side)) * side + "px";
      const name = make("bdi", "", this.record.name);
      this.find(".tot-result__code").replaceChildren(drawn);
      this.find(".tot-result__whose").replaceChildren(
        name, this.record.name ? " \u00b7 " : "", this.say.node(bank.owners[this.record.of].title));
      if (!this.dialog.open) this.dialog.showModal();
      return undefined;
    }

    select() {
      this.area.focus();
      this.area.select();
    }

    copy() {
      this.select();
      let isCopied = false;
      try { isCopied = document.execCommand("copy"); } catch (error) { isCopied = false; }
      this.tell("copied", isCopied ? "result-copied" : "result-not-copied");
    }

    async print() {
      const sheet = parts.paper(this.say, this.record, this.code, await this.drawn());
      print("result", this.say.language, sheet);
    }
  }

  async function start(section) {
    const data = JSON.parse(section.querySelector(".tot-tool__data").textContent);
    new Result(section, data, share.renewed(await progress.read()));
  }

  start(document.querySelector(".tot-result"));
})();

// Countersigning: the trainer's key, and certificates for the class. The key is held while the page is
// open and nowhere else.
(function () {
  "use strict";
  const { print, save } = globalThis.tot.toolFile;

  class Signing {
    constructor(section, page) {
      Object.assign(this, { section, page, key: null });
      this.told = section.querySelector(".tot-collect__sign .tot-tool__told");
      this.held = section.querySelector(".tot-collect__key");
      this.office = section.querySelector("input[name=office]");
      const chosen = section.querySelector("input[name=key]");
      const actions = {
        "make-key": () => this.make(), "load-key": () => chosen.click(),
        certificates: () => this.print(), codes: () => this.codes(),
      };
      for (const [name, action] of Object.entries(actions)) {
        section.querySelector("[data-action=" + name + "]").addEventListener("click", action);
      }
      chosen.addEventListener("change", () => this.load(chosen));
    }

    say(id, values) { this.told.textContent = this.page.say.word(id, values); }

    make() {
      const office = globalThis.tot.tally.plain(this.office.value);
      if (!office) {
        this.say("collect-office-first");
        this.office.focus();
        return;
      }
      this.hold(globalThis.tot.signing.newKey(office));
      const name = "key-" + globalThis.tot.signing.fingerprint(this.key.public).slice(0, 4) + ".json";
      save(JSON.stringify(this.key, null, 1) + "\n", name, "application/json");
      this.say("collect-key-made", { file: name });
    }

    async load(chosen) {
      const [file] = chosen.files;
      chosen.value = "";
      if (!file) return;
      const { text } = await globalThis.tot.collectRead.textOf(file);
      const key = text === undefined ? { fault: "" } : globalThis.tot.signing.readKey(text);
      if (key.fault !== undefined) {
        this.say("collect-key-wrong", { file: globalThis.tot.tally.plain(file.name) });
        return;
      }
      this.hold(key);
      this.say("collect-key-loaded");
    }

    hold(key) {
      this.key = key;
      const fingerprint = globalThis.tot.signing.fingerprint(key.public);
      this.held.hidden = false;
      this.held.textContent = this.page.say.word("collect-key-held", {
        office: globalThis.tot.tally.plain(key.office), fingerprint,
      });
    }

    /** Signed certificates of the chosen learners who have ended a test: [{name, certificate}]. */
    certificates() {
      if (!this.key) {
        this.say("collect-key-first");
        return [];
      }
      const { make, sign } = globalThis.tot.certificate;
      const made = this.page.table.chosen()
        .map(({ name, record }) => ({ name, certificate: make(record, this.page.bank) }))
        .filter(({ certificate }) => certificate);
      if (!made.length) this.say("collect-no-certificate");
      return made.map(({ name, certificate }) => ({ name, certificate: sign(certificate, this.key) }));
    }

    print() {
      const { bank, say } = this.page;
      const sheets = this.certificates().map(({ certificate }) =>
        globalThis.tot.certificate.sheet(certificate, bank, say.language, say.data.sheet));
      if (!sheets.length) return;
      this.say("collect-certificates-made", { n: sheets.length });
      print("certificate", say.language, ...sheets);
    }

    codes() {
      const made = this.certificates();
      if (!made.length) return;
      const lines = made.map(({ name, certificate }) =>
        name + "\r\n" + globalThis.tot.certificate.code(certificate) + "\r\n\r\n");
      const file = this.page.fileName("certificates", "txt");
      save("\ufeff" + lines.join(""), file, "text/plain");
      this.say("collect-codes-saved", { n: made.length, file });
    }
  }

  globalThis.tot.collectSign = { Signing };
})();

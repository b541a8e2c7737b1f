// The page that checks certificates: from a pasted code or a photograph of the QR code, on this device.
(function () {
  "use strict";
  const { bank, certificate: certificates, qr, signing } = globalThis.tot;
  const { make } = globalThis.tot.toolFile;
  const { Say } = globalThis.tot;
  const LONGEST = 20000;
  const LARGEST_KEY = 100000;

  class Verify {
    constructor(section, data) {
      Object.assign(this, { section, say: new Say(data, bank), shown: null });
      const [photo, key] = ["photo", "key"].map((name) => this.find("input[name=" + name + "]"));
      this.area = this.find("textarea");
      this.known = this.find("input[name=known]");
      const actions = {
        photo: () => photo.click(), load: () => key.click(),
        check: () => this.check(this.area.value), compare: () => this.compare(this.known.value),
      };
      for (const [name, action] of Object.entries(actions)) {
        this.find("[data-action=" + name + "]").addEventListener("click", action);
      }
      photo.addEventListener("change", () => this.photograph(photo));
      key.addEventListener("change", () => this.load(key));
    }

    find(selector) { return this.section.querySelector(selector); }

    tell(part, id, values) {
      this.find(".tot-verify__" + part).textContent = this.say.word(id, values);
    }

    refuse(fault) {
      this.find(".tot-verify__found").hidden = true;
      this.shown = null;
      this.tell("told", "verify-refused", { reason: this.say.word("verify-fault-" + fault) });
    }

    async photograph(input) {
      const [file] = input.files;
      if (!file) return;
      this.tell("told", "verify-reading");
      const text = await qr.read(file);
      input.value = "";
      if (text === null) this.refuse("no-code");
      else this.check(text);
    }

    check(text) {
      if (!text.trim()) return this.tell("told", "verify-paste-first");
      const { certificate, signed, valid, fault } = certificates.read(text.slice(0, LONGEST), bank);
      if (fault || valid === false) return this.refuse(fault || "changed");
      this.shown = certificate;
      this.show(signed);
      return this.tell("told", "verify-done");
    }

    facts({ name, of, minutes, pre, post, date, curriculum, digest }) {
      const { say } = this;
      const owner = bank.owners[of];
      const hours = say.decimal(Math.round(minutes / 6) / 10, 1).replace(/[.,]0$/, "");
      return [
        [say.word("collect-name"), name || say.word("collect-not-said")],
        [say.word("collect-owner"), owner ? say.node(owner.title) : say.word("certificate-unknown")],
        [say.word("certificate-hours"), say.word("hours-count", { h: hours })],
        [say.word("certificate-before"), say.percent(pre)],
        [say.word("certificate-after"), say.percent(post)],
        [say.word("certificate-date"), say.date(date)],
        [say.word("certificate-version"), curriculum],
        [say.word("verify-digest"), digest],
      ];
    }

    show(signed) {
      const lines = this.facts(this.shown).flatMap(([label, value]) =>
        [make("dt", "", label), make("dd", "", make("bdi", "", value))]);
      this.find(".tot-result__fields").replaceChildren(...lines);
      const { say } = this;
      const standing = signed ? this.signed() : [
        make("p", "", make("strong", "", "\u26a0 " + say.word("verify-self"))),
        make("p", "", say.word("verify-self-means")),
      ];
      const box = this.find(".tot-verify__standing");
      box.dataset.state = signed ? "signed" : "self";
      box.replaceChildren(...standing);
      this.find(".tot-verify__compare").hidden = !signed;
      this.find(".tot-verify__same").textContent = "";
      this.find(".tot-verify__found").hidden = false;
    }

    signed() {
      const { office, public: known } = this.shown;
      const fingerprint = signing.fingerprint(known);
      return [
        make("p", "", make("strong", "", "\u2713 ", make("bdi", "", this.say.word("verify-signed", { office })))),
        make("p", "tot-verify__print", this.say.word("certificate-fingerprint", { fingerprint })),
        make("p", "", this.say.word("verify-signed-means")),
      ];
    }

    async load(input) {
      const [file] = input.files;
      if (!file) return;
      const text = file.size > LARGEST_KEY ? "" : await file.text();
      input.value = "";
      this.compare(text);
    }

    /** Says whether this is the key that signed; of a whole key file only the public half is used. */
    compare(text) {
      const known = signing.readFingerprint(text);
      const fingerprint = signing.fingerprint(this.shown.public);
      const told = this.find(".tot-verify__same");
      delete told.dataset.state;
      if (known === null) return this.tell("same", "verify-not-known");
      told.dataset.state = known === fingerprint ? "same" : "other";
      this.tell("same", "verify-" + told.dataset.state, { known, fingerprint });
      told.prepend(known === fingerprint ? "\u2713 " : "\u2717 ");
      return undefined;
    }
  }

  const section = document.querySelector(".tot-verify");
  new Verify(section, JSON.parse(section.querySelector(".tot-tool__data").textContent));
})();

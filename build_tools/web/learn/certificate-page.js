// The learner's page of the certificate: shows the sheet, prints it, takes a countersigned code in.
(function () {
  "use strict";
  const { bank, certificate: certificates, progress, qr, share, store } = globalThis.tot;
  const records = globalThis.tot.record;
  const { Say } = globalThis.tot;
  /** A file with the codes of a large class. */
  const LONGEST = 200000;
  const KEPT = "certificate.";

  class CertificatePage {
    constructor(section, data, kept) {
      Object.assign(this, { section, data, kept, say: new Say(data, bank), signed: null });
      this.area = this.find("textarea");
      const owners = share.ended(kept, ["post"]);
      this.find(owners.length ? ".tot-result__whole" : ".tot-result__first").hidden = false;
      if (!owners.length) return;
      this.own = new share.Own(section, this.say, kept, owners, () => this.open());
      const actions = { print: () => window.print(), use: () => this.use(), drop: () => this.drop() };
      for (const [name, action] of Object.entries(actions)) {
        this.find("[data-action=" + name + "]").addEventListener("click", action);
      }
      this.open();
    }

    find(selector) { return this.section.querySelector(selector); }

    tell(id, values) { this.find(".tot-result__taken").textContent = this.say.word(id, values); }

    name() { return records.tidy(this.kept.own.name, records.LONGEST.name); }

    /** Shows the sheet of the chosen owner: the countersigned one if it is this learner's. */
    async open() {
      const { of } = this.own;
      const [code] = await Promise.all([store.get(KEPT + of), qr.ready()]);
      if (of !== this.own.of) return;
      const { certificate, valid } = code === null ? {} : certificates.read(code, bank);
      const isOurs = valid === true && certificate.of === of && certificate.name === this.name();
      this.show(isOurs ? certificate : null);
    }

    show(signed) {
      const { of } = this.own;
      this.signed = signed;
      const record = records.make(this.kept, of, bank, progress.now());
      const certificate = signed || certificates.make(record, bank);
      const sheet = () => certificates.sheet(certificate, bank, this.say.language, this.data.sheet);
      this.find(".tot-certificate-view").replaceChildren(sheet());
      this.find("[data-action=drop]").hidden = !signed;
      globalThis.tot.toolFile.layOut("certificate", "lo", sheet());
    }

    /** The countersigned one for this name; of people with one name, the one of this learner's tests. */
    mine(all) {
      const { tests } = this.kept;
      const named = all.filter(({ valid, certificate }) => valid && certificate.name === this.name());
      const isOfTests = ({ certificate: { of, date } }) =>
        ["pre", "post"].some((form) => (tests[of + "-" + form] || {}).ended === date);
      return named.find(isOfTests) || named[0];
    }

    /** Takes the code in the box, if it is right, countersigned and of this learner. */
    async use() {
      const { value } = this.area;
      if (!value.trim()) return this.tell("verify-paste-first");
      const all = certificates.readAll(value.slice(0, LONGEST), bank);
      const ours = this.mine(all);
      const { certificate, signed, valid, fault } = ours || all[0];
      if (fault || valid === false) {
        const reason = this.say.word("verify-fault-" + (fault || "changed"));
        return this.tell("verify-refused", { reason });
      }
      if (!signed) return this.tell("certificate-not-signed");
      if (!ours) return this.tell("certificate-other-name", { name: certificate.name });
      const isKnown = [...this.own.field("of").options].some(({ value: of }) => of === certificate.of);
      if (!isKnown) return this.tell("certificate-other-test");
      this.own.field("of").value = certificate.of;
      await this.own.keep();
      const isKept = await store.set(KEPT + certificate.of, certificates.code(certificate));
      this.area.value = "";
      this.show(certificate);
      const { office } = certificate;
      return this.tell(isKept ? "certificate-taken" : "certificate-taken-not-kept", { office });
    }

    async drop() {
      await store.remove(KEPT + this.own.of);
      this.show(null);
      this.tell("certificate-dropped");
      this.area.focus();
    }
  }

  async function start(section) {
    const data = JSON.parse(section.querySelector(".tot-tool__data").textContent);
    new CertificatePage(section, data, share.renewed(await progress.read()));
  }

  start(document.querySelector("[data-part=certificate]"));
})();

// Taking in: files chosen, dropped or photographed, and pasted text; tells of each what was taken.
// `page` is the whole page of collect.js. Nothing leaves the device.
(function () {
  "use strict";
  const { make } = globalThis.tot.toolFile;
  const LARGEST = 100000000;
  const TAKEN = ["new", "newer", "same", "older"];
  const PICTURE = /\.(jpe?g|png|gif|webp|bmp|heic|heif|avif)$/i;

  /** The text of a file or of the QR code on a picture, or the word for what is wrong with it. */
  async function textOf(file) {
    if (file.size > LARGEST) return { fault: "collect-too-large" };
    const isPicture = file.type.startsWith("image/") || PICTURE.test(file.name);
    try {
      const text = isPicture ? await globalThis.tot.qr.read(file) : await file.text();
      return text === null ? { fault: "collect-no-code" } : { text };
    } catch (error) {
      return { fault: isPicture ? "collect-no-code" : "collect-unreadable" };
    }
  }

  class Reading {
    constructor(section, page) {
      Object.assign(this, { section, page });
      this.list = section.querySelector(".tot-collect__read");
      this.told = section.querySelector(".tot-collect__in .tot-tool__told");
      this.files = section.querySelector("input[name=files]");
      this.pasted = section.querySelector("textarea[name=pasted]");
      this.listen();
    }

    listen() {
      const { section, files, pasted } = this;
      section.querySelector("[data-action=choose]").addEventListener("click", () => files.click());
      section.querySelector("[data-action=read]").addEventListener("click", () => this.paste());
      files.addEventListener("change", async () => {
        await this.take([...files.files]);
        files.value = "";
      });
      const over = (is) => (event) => {
        if (!event.dataTransfer || ![...event.dataTransfer.types].includes("Files")) return;
        event.preventDefault();
        document.body.classList.toggle("tot-collect-over", is);
      };
      document.addEventListener("dragover", over(true));
      document.addEventListener("dragleave", over(false));
      document.addEventListener("drop", (event) => {
        over(false)(event);
        if (event.defaultPrevented) this.take([...event.dataTransfer.files]);
      });
      pasted.addEventListener("keydown", (event) => {
        if (event.key === "Enter" && event.ctrlKey) this.paste();
      });
    }

    async take(files) {
      this.told.textContent = this.page.say.word("collect-reading", { n: files.length });
      const read = [];
      for (const file of files) read.push([file.name, await textOf(file)]);
      this.tell(read);
    }

    paste() {
      const text = this.pasted.value;
      if (!text.trim()) {
        this.told.textContent = this.page.say.word("collect-paste-first");
        this.pasted.focus();
        return;
      }
      const isClean = this.tell([[this.page.say.word("collect-pasted"), { text }]]);
      if (isClean) this.pasted.value = "";
    }

    /** Takes what was read, shows what came of each source; true if nothing was refused. */
    tell(read) {
      const sum = { new: 0, newer: 0, same: 0, older: 0, faults: 0 };
      const lines = read.map(([name, { text, fault }]) => {
        const told = fault ? { faults: [{ fault }] } : this.page.tally.take(text);
        for (const kind of Object.keys(sum)) sum[kind] += (told[kind] || []).length;
        return this.line(globalThis.tot.tally.plain(name), told);
      });
      lines.sort((a, b) => Number(b.isRefused) - Number(a.isRefused));
      this.list.replaceChildren(...lines.map((line) => line.element));
      this.list.closest("details").hidden = false;
      const { say } = this.page;
      const refused = sum.faults;
      if (refused) this.list.closest("details").open = true;
      this.told.textContent = [...TAKEN, "faults"].filter((kind) => sum[kind])
        .map((kind) => say.word("collect-told-" + kind, { n: sum[kind] })).join(" ");
      this.page.changed(sum.new + sum.newer > 0);
      return refused === 0;
    }

    /** The line of one source: what of it was taken, and each fault with its reason. */
    line(name, told) {
      const { say } = this.page;
      const element = make("li", "", make("bdi", "", name), ": ");
      const taken = TAKEN.filter((kind) => told[kind] && told[kind].length);
      element.append(taken.map((kind) => {
        const names = told[kind];
        const one = names.length === 1 && names[0] ? " (" + names[0] + ")" : "";
        return say.word("collect-told-" + kind, { n: names.length }).replace(/\.$/, "") + one;
      }).join("; "));
      const isRefused = told.faults.length > 0;
      if (isRefused) element.dataset.state = "refused";
      if (isRefused && taken.length) element.append("; ");
      element.append(...told.faults.slice(0, 50).map((fault) => this.fault(fault)));
      if (told.faults.length > 50) element.append(" \u2026");
      return { element, isRefused };
    }

    fault({ fault, detail }) {
      const { say } = this.page;
      const id = fault.startsWith("collect-") ? fault : "result-fault-" + fault;
      const more = detail ? " (" + globalThis.tot.tally.plain(String(detail)) + ")" : "";
      return make("span", "tot-collect__fault", say.word("collect-refused") + " " + say.word(id) + more);
    }
  }

  globalThis.tot.collectRead = { Reading, textOf };
})();

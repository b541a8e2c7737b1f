// Makes a test of build_tools/render/pages/tests_page.py one question a screen. Needs scoring.js,
// quiz.js, learn/progress.js and learn/test-result.js before it. Every answer is kept at once in
// `record.tests`, so that a test that was broken off goes on at the same question, in either language.
(function () {
  "use strict";
  const { readNumber, writeNumber } = window.tot.scoring;
  const { progress, quiz } = window.tot;
  const LONGEST_TYPED = 80;
  const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

  class Test {
    constructor(root) {
      this.root = root;
      this.id = root.dataset.test;
      Object.assign(this, JSON.parse(this.part("data").textContent));
      this.questions = this.all(".tot-test__question").map((section) =>
        ({ section, item: quiz.items.get(section.dataset.item) }));
      this.ids = this.questions.map((question) => question.item.id);
      this.all(".tot-item__typed input").forEach((input) => { input.maxLength = LONGEST_TYPED; });
      this.run = null;
      this.known = new Set();
      this.button("start").disabled = true;
      this.show("start");
      root.addEventListener("click", (event) => this.press(event.target.closest("button")));
      root.addEventListener("input", () => this.take());
      root.addEventListener("change", () => this.sayUnreadable());
      // Enter in a form goes on to the next question; the form itself would tell the answer.
      root.addEventListener("submit", (event) => {
        event.preventDefault();
        event.stopPropagation();
        this.go(this.run.place + 1);
      }, true);
    }

    part(name) { return this.root.querySelector(".tot-test__" + name); }
    all(selector) { return [...this.root.querySelectorAll(selector)]; }
    button(name) { return this.root.querySelector('[data-do="' + name + '"]'); }

    /** An interface word with its {slots} filled. */
    word(id, values) {
      return this.words[id].replace(/\{(\w+)\}/g, (slot, name) => values[name]);
    }

    /** Goes on where the record says, or stays at the start. */
    async open() {
      const { tests } = await progress.read();
      this.warn(!["nowhere", "newer"].includes(await progress.state()));
      this.before = tests[this.id] || null;
      this.known.add(JSON.stringify(this.before));
      this.button("start").disabled = false;
      if (this.before) this.resume(this.renamed(this.before));
    }

    /** The same run, with items that have been renamed under their ids of today. */
    renamed(run) {
      const today = new Map();
      for (const { item } of this.questions) {
        (item.aliases || []).forEach((old) => { today.set(old, item.id); });
      }
      const name = (id) => today.get(id) || id;
      const answers = Object.entries(run.answers).map(([id, answer]) => [name(id), answer]);
      return { ...run, items: run.items.map(name), answers: Object.fromEntries(answers) };
    }

    resume(run) {
      const known = same([...run.items].sort(), [...this.ids].sort());
      if (!run.ended && !known) return this.say("test-changed");
      this.run = { ...run, items: known ? this.ids : run.items };
      this.fill();
      if (run.ended) return this.showResult(known);
      this.say("test-resumed");
      this.go(run.place);
    }

    /** The answers of the run, and nothing else, stand in the forms. */
    fill() {
      for (const { item } of this.questions) {
        const answer = this.run.answers[item.id];
        item.put(answer ? answer.given : null);
      }
    }

    start() {
      const { before } = this;
      const attempt = before ? before.attempt + (before.ended ? 1 : 0) : 1;
      const began = progress.now();
      this.run = { began, ended: null, attempt, place: 0, items: this.ids, answers: {} };
      this.say(null);
      this.fill();
      this.go(0);
    }

    /** Keeps the run, unless another tab has gone on with the test: then that counts, and is shown. */
    async keep() {
      const text = JSON.stringify(this.run);
      this.known.add(text);
      let isOurs = true;
      const isKept = await progress.change((record) => {
        isOurs = this.known.has(JSON.stringify(record.tests[this.id] || null));
        if (isOurs) this.write(record, JSON.parse(text));
      });
      if (isOurs) this.warn(isKept);
      else location.reload();
    }

    /** The result page begins with the test that has ended last. */
    write({ tests, own }, run) {
      tests[this.id] = run;
      if (run.ended) own.of = this.id.replace(/-(pre|post)$/, "");
    }

    /** Says that a closed page loses the test, while that is so. */
    warn(kept) {
      this.part("kept").hidden = !kept;
      this.part("not-kept").hidden = kept;
    }

    say(word) { this.part("notice").textContent = word ? this.word(word) : ""; }

    press(button) {
      if (!button) return;
      const actions = {
        "start": () => this.start(),
        "back": () => this.go(this.run.place - 1),
        "next": () => this.go(this.run.place + 1),
        "overview": () => this.showOverview(),
        "ask-finish": () => this.ask("finish"),
        "ask-again": () => this.ask("again"),
        "not-yet": () => this.askNoMore(button),
        "finish": () => this.finish(),
        "again": () => { this.before = this.run; this.start(); },
      };
      if (button.dataset.go) this.go(Number(button.dataset.go));
      else if (button.dataset.do) actions[button.dataset.do]();
      else this.take();
    }

    /** Keeps what the form of the question on the screen holds now, if that is new. */
    take() {
      if (this.root.dataset.view !== "question") return;
      const { item } = this.questions[this.run.place];
      const given = this.isUnreadable(item) ? null : item.response();
      const { answers } = this.run;
      if (same(given, item.id in answers ? answers[item.id].given : null)) return;
      if (given === null) delete answers[item.id];
      else answers[item.id] = { given, language: this.language };
      this.keep();
    }

    /** A typed number that is none counts as no answer. */
    isUnreadable(item) {
      const typed = item.type === "numeric" && item.response();
      return Boolean(typed) && readNumber(typed, this.language).length === 0;
    }

    /** Says so under a typed number that is none. */
    sayUnreadable() {
      if (this.root.dataset.view !== "question") return;
      const { item } = this.questions[this.run.place];
      if (!this.isUnreadable(item)) return;
      item.say("ask", item.word("not-a-number", { n: writeNumber("1500", this.language) }));
    }

    show(view) {
      this.root.dataset.view = view;
      for (const part of this.all("[data-views]")) {
        part.hidden = !part.dataset.views.split(" ").includes(view);
      }
      this.all("[data-ask]").forEach((question) => { question.hidden = true; });
    }

    /** The question at this place; after the last one, the overview. */
    go(place) {
      if (place >= this.questions.length) return this.showOverview();
      this.run.place = place;
      this.keep();
      this.show("question");
      this.questions.forEach(({ section }, n) => { section.hidden = n !== place; });
      this.part("place").textContent = place + 1 + " / " + this.questions.length;
      this.root.querySelector("progress").value = place + 1;
      this.button("back").disabled = place === 0;
      this.root.scrollIntoView();
      this.questions[place].section.querySelector("h2").focus({ preventScroll: true });
    }

    showOverview() {
      this.show("overview");
      const isDone = (id) => id in this.run.answers;
      this.all("[data-go]").forEach((button, n) => {
        const done = isDone(this.ids[n]);
        const said = button.querySelector(".tot-test__done");
        said.dataset.done = done ? "yes" : "no";
        said.textContent = done ? "✓ " + this.word("test-answered") : "– " + this.word("test-not-answered");
      });
      const left = this.ids.filter((id) => !isDone(id)).length;
      const all = this.ids.length;
      this.part("left").textContent = this.word(left ? "test-left" : "test-none-left", { n: left, all });
      this.say(null);
      this.root.querySelector("#overview").focus();
    }

    ask(name) {
      const question = this.root.querySelector('[data-ask="' + name + '"]');
      question.hidden = false;
      question.querySelector("p").focus();
    }

    askNoMore(button) {
      const question = button.closest("[data-ask]");
      question.hidden = true;
      this.button("ask-" + question.dataset.ask).focus();
    }

    finish() {
      this.run.ended = progress.now();
      this.keep();
      this.showResult(true);
      this.root.querySelector("#result").focus();
    }

    /** Score, objectives and review; of a test whose questions have changed only that it is done. */
    showResult(known) {
      this.show("result");
      this.part("known").hidden = !known;
      this.part("questions").hidden = !known;
      this.say(known ? null : "test-changed-since");
      if (known) window.tot.testResult.show(this);
    }
  }

  function start() {
    document.querySelectorAll(".tot-test").forEach((root) => new Test(root).open());
  }

  // A page that comes back from the browser's memory may be older than what is kept.
  window.addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
  if (document.readyState !== "loading") start();
  else document.addEventListener("DOMContentLoaded", start);
})();

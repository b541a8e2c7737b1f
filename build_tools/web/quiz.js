// Checks the forms that build_tools/render/quiz.py writes. Needs lao.js and scoring.js before it.
// Stores nothing: every checked answer is told to the page by the event `tot:answered`,
// with detail {item, response, mark}. tot.quiz.items has the items by id; other scripts use
// response(), put(response), before(earned, text), check() and clear() of them.
(function () {
  "use strict";
  const { mark, readNumber, rightReading, writeNumber } = window.tot.scoring;

  /** The items of the page by id. */
  const items = new Map();
  const partOf = (element) => element.closest("[data-part]").dataset.part;
  /** How each shape of form gives its response; null while it is not complete. */
  const RESPONSES = {
    choice(item) {
      const chosen = item.inputs().filter((input) => input.checked).map((input) => input.value);
      if (chosen.length === 0) return null;
      return item.type === "multiple" ? chosen : chosen[0];
    },
    rows(item) {
      const selects = item.inputs();
      if (selects.some((select) => select.value === "")) return null;
      return Object.fromEntries(selects.map((select) => [partOf(select), select.value]));
    },
    order: (item) => (item.moved ? item.steps().map((step) => step.dataset.part) : null),
    typed: (item) => item.inputs()[0].value.trim() || null,
  };
  /** How each shape of form takes a response back; false where it does not fit the form. */
  const PUTS = {
    choice(item, response) {
      const ids = [].concat(response);
      const inputs = item.inputs();
      const fits = ids.length > 0 && ids.every((id) => inputs.some((input) => input.value === id));
      if (fits) inputs.forEach((input) => { input.checked = ids.includes(input.value); });
      return fits;
    },
    rows(item, response) {
      const selects = item.inputs();
      const offers = (select) => [...select.options].some((option) =>
        option.value !== "" && option.value === response[partOf(select)]);
      const fits = selects.every(offers);
      if (fits) selects.forEach((select) => { select.value = response[partOf(select)]; });
      return fits;
    },
    order(item, response) {
      const ids = item.firstOrder.map((step) => step.dataset.part);
      if (String([...ids].sort()) !== String([].concat(response).sort())) return false;
      const steps = response.map((id) => item.firstOrder[ids.indexOf(id)]);
      steps.forEach((step) => step.parentNode.append(step));
      item.moved = true;
      return true;
    },
    typed: (item, response) => Boolean(item.inputs()[0].value = String(response)),
  };
  const SIGNS = { right: "✓ ", partly: "≈ ", wrong: "✗ " };
  const stateOf = (earned) => (earned === 1 ? "right" : earned > 0 ? "partly" : "wrong");
  const ASK_FIRST = {
    choice: "first-choose", rows: "first-rows", order: "first-move", typed: "first-write",
  };

  class Item {
    constructor(form) {
      this.form = form;
      this.id = form.dataset.item;
      this.type = form.dataset.type;
      this.shape = form.dataset.shape;
      Object.assign(this, JSON.parse(this.part("data").textContent));
      this.status = this.part("status");
      this.answer = this.part("answer");
      this.retry = this.part("retry");
      this.firstOrder = this.steps();
      this.moved = false;
      this.answer.hidden = true;
      this.part("actions").hidden = false;
      if (this.shape === "order") this.firstOrder.forEach((step) => this.addMoves(step));
      form.addEventListener("submit", (event) => { event.preventDefault(); this.check(); });
      form.addEventListener("input", () => this.clear());
      this.retry.addEventListener("click", () => this.startAgain());
    }

    part(name) { return this.form.querySelector(".tot-item__" + name); }
    all(selector) { return [...this.form.querySelectorAll(selector)]; }
    inputs() { return this.all("fieldset input, fieldset select"); }
    steps() { return this.all(".tot-item__steps > li"); }

    /** An interface word with its {slots} filled. */
    word(id, values) {
      return this.words[id].replace(/\{(\w+)\}/g, (slot, name) => values[name]);
    }

    /** What is answered now; null while it is not complete. */
    response() { return RESPONSES[this.shape](this); }

    /** Puts an answer back, null the empty form, and says nothing of it; false where it does not fit. */
    put(response) {
      this.empty();
      return response === null || PUTS[this.shape](this, response);
    }

    /** Says, until the form is touched, how well the answer in it did before. */
    before(earned, text) {
      const state = stateOf(earned);
      const line = document.createElement("p");
      line.className = "tot-item__before";
      line.dataset.state = state;
      line.textContent = SIGNS[state] + text;
      this.status.before(line);
      this.answer.hidden = this.retry.hidden = false;
    }

    check() {
      this.clear();
      const response = this.response();
      if (response === null) return this.say("ask", this.word(ASK_FIRST[this.shape]));
      if (this.type === "numeric" && readNumber(response, this.language).length === 0) {
        const example = writeNumber("1500", this.language);
        return this.say("ask", this.word("not-a-number", { n: example }));
      }
      const earned = mark(this.type, this.key, response, this.language);
      this.sayResult(earned, response);
      this.answer.hidden = false;
      this.retry.hidden = false;
      const detail = { item: this.id, response, mark: earned };
      this.form.dispatchEvent(new CustomEvent("tot:answered", { bubbles: true, detail }));
    }

    sayResult(earned, response) {
      const state = stateOf(earned);
      const { places, steps, keys } = this.key;
      const all = places ? Object.keys(places).length : steps ? steps.length - 1 : (keys || []).length;
      const points = { n: writeNumber(String(Math.round(earned * all)), this.language), all };
      this.say(state, SIGNS[state] + this.word("answer-" + state, points));
      if (this.type === "numeric") this.tell(this.word("read-as", { n: this.readAs(response) }));
      if (this.shape === "choice") this.showChosen(response);
      if (this.shape === "rows") this.showRows(response);
    }

    /** The reading that is right, else the one that the page's language comes to first. */
    readAs(typed) {
      const right = rightReading(this.key, typed, this.language);
      return writeNumber(right || readNumber(typed, this.language)[0], this.language);
    }

    /** A sign at every chosen option, and its rationale in the result. */
    showChosen(response) {
      const lines = [].concat(response).map((id) => {
        this.sign(id, this.key.keys.includes(id));
        return this.rationale(id);
      });
      this.list(lines);
    }

    /** A sign at every row, and the rationale of the wrong ones where there is one. */
    showRows(response) {
      const isRight = (id) => response[id] === this.key.places[id];
      const ids = Object.keys(response);
      ids.forEach((id) => this.sign(id, isRight(id)));
      const lines = ids.filter((id) => !isRight(id)).map((id) => this.rationale(id));
      this.list(lines.filter((line) => line.querySelector(".tot-item__why")));
    }

    /** A copy of the line of the answer that speaks of this part, without giving its place away. */
    rationale(id) {
      const line = this.answer.querySelector('[data-why="' + id + '"]').cloneNode(true);
      line.removeAttribute("data-why");
      line.querySelectorAll(".tot-item__place").forEach((place) => place.remove());
      return line;
    }

    sign(id, right) {
      const sign = document.createElement("span");
      sign.className = "tot-item__sign";
      sign.dataset.right = right ? "yes" : "no";
      sign.setAttribute("role", "img");
      sign.setAttribute("aria-label", this.word(right ? "right" : "not-right"));
      sign.textContent = right ? "✓" : "✗";
      this.form.querySelector('[data-part="' + id + '"]').append(sign);
    }

    say(state, text) {
      this.status.replaceChildren();
      this.status.dataset.state = state;
      this.tell(text);
    }

    tell(text) {
      const line = document.createElement("p");
      line.textContent = text;
      this.status.append(line);
    }

    list(lines) {
      const list = document.createElement("ul");
      list.append(...lines);
      if (lines.length > 0) this.status.append(list);
    }

    /** Takes back what was said, since it no longer speaks of what is chosen. */
    clear() {
      this.status.replaceChildren();
      delete this.status.dataset.state;
      this.all("fieldset .tot-item__sign, .tot-item__before").forEach((part) => part.remove());
    }

    empty() {
      this.form.reset();
      this.clear();
      this.moved = false;
      this.firstOrder.forEach((step) => step.parentNode.append(step));
    }

    startAgain() {
      this.empty();
      this.answer.open = false;
      this.retry.hidden = true;
      this.form.querySelector("fieldset input, fieldset select, fieldset button").focus();
    }

    addMoves(step) {
      const label = step.querySelector(".tot-item__step");
      const text = label.textContent;
      const moves = document.createElement("span");
      moves.className = "tot-item__moves";
      for (const [word, arrow, by] of [["move-up", "↑", -1], ["move-down", "↓", 1]]) {
        const button = document.createElement("button");
        button.type = "button";
        button.textContent = arrow;
        button.setAttribute("aria-label", this.word(word, { step: text }));
        button.addEventListener("click", () => this.move(step, text, by));
        moves.append(button);
      }
      label.after(moves);
    }

    /** Changes places with the neighbour. The neighbour is what moves, so the focus stays. */
    move(step, text, by) {
      const neighbour = by < 0 ? step.previousElementSibling : step.nextElementSibling;
      if (neighbour) {
        step.parentNode.insertBefore(neighbour, by < 0 ? step.nextSibling : step);
        this.moved = true;
      }
      const steps = this.steps();
      const place = { step: text, n: steps.indexOf(step) + 1, all: steps.length };
      this.say("ask", this.word("moved", place));
    }
  }

  /** Gives every form under `root` its buttons, once. */
  function start(root) {
    root.querySelectorAll("form.tot-item:not([data-started])").forEach((form) => {
      form.dataset.started = "yes";
      items.set(form.dataset.item, new Item(form));
    });
  }

  /** Paper has the answers at the end where the page has a place for them, else under the questions;
      afterwards the screen is as before. */
  function openForPrint() {
    const end = document.querySelector(".tot-answers");
    const before = [...document.querySelectorAll(".tot-item__answer")].map((answer) => {
      const { open, hidden } = answer;
      answer.open = !end;
      answer.hidden = Boolean(end);
      if (end) end.lastElementChild.append(atTheEnd(answer));
      return () => Object.assign(answer, { open, hidden });
    });
    const offers = [...document.querySelectorAll("[data-shape=rows] fieldset")].map(offer);
    if (end) end.hidden = false;
    window.addEventListener("afterprint", () => {
      before.forEach((restore) => restore());
      offers.forEach((list) => list.remove());
      if (end) {
        end.hidden = true;
        end.lastElementChild.replaceChildren();
      }
    }, { once: true });
  }

  /** The answer of one item as an entry of the list at the end. */
  function atTheEnd(answer) {
    const entry = document.createElement("li");
    entry.append(answer.lastElementChild.cloneNode(true));
    return entry;
  }

  /** A list cannot be opened on paper: what it offers, written above the rows. */
  function offer(fieldset) {
    const places = [...fieldset.querySelector("select").options].filter((option) => option.value);
    const list = document.createElement("p");
    list.className = "tot-item__offer";
    list.textContent = places.map((option) => option.text).join(" · ");
    fieldset.querySelector(".tot-item__row").before(list);
    return list;
  }

  window.tot.quiz = { start, items, stateOf };
  window.addEventListener("beforeprint", openForPrint);
  if (document.readyState !== "loading") start(document);
  else document.addEventListener("DOMContentLoaded", () => start(document));
})();

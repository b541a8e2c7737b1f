// The twin of build_tools/tools/targeting_errors.py, and the village of 100 houses to look at.
(function () {
  "use strict";
  const { share } = globalThis.tot.exact;
  const HOUSES = 100;

  function compute(given) {
    const value = (name) => given.numbers[name];
    const leftOut = value("targeting-poor").minus(value("targeting-poor-reached"));
    const wrongly = value("targeting-places").minus(value("targeting-poor-reached"));
    const nonPoor = value("targeting-households").minus(value("targeting-poor"));
    return {
      "poor-left-out": leftOut,
      "non-poor-reached": wrongly,
      "exclusion-error": share(leftOut, value("targeting-poor")),
      "inclusion-error": share(wrongly, value("targeting-places")),
      "inclusion-of-non-poor": share(wrongly, nonPoor),
    };
  }

  const rank = (house) => (house * 37) % (HOUSES + 1);
  const points = (house) =>
    Math.floor((rank(house) + ((2 * house * house + 4 * house) % (HOUSES + 1))) / 2);

  /** The list that the invented test makes; what is asked for are whole numbers. */
  function village(poor, threshold, places) {
    const houses = Array.from({ length: HOUSES }, (_, place) => place + 1);
    const entitled = houses.filter((house) => points(house) <= threshold);
    entitled.sort((one, other) => points(one) - points(other) || one - other);
    const chosen = new Set(entitled.slice(0, places));
    const isPoor = houses.map((house) => rank(house) <= poor);
    const listed = houses.map((house) => chosen.has(house));
    const reached = houses.filter((house) => isPoor[house - 1] && chosen.has(house)).length;
    const poorInAll = isPoor.filter(Boolean).length;
    return {
      poor: isPoor,
      listed,
      counts: {
        "listed": chosen.size,
        "reached": reached,
        "left-out": poorInAll - reached,
        "wrongly": chosen.size - reached,
      },
    };
  }

  const KINDS = ["poor-listed", "poor-out", "other-listed", "other-out"];
  const kindOf = (poor, listed) => (poor ? "poor-" : "other-") + (listed ? "listed" : "out");

  const element = (...parts) => globalThis.tot.toolFile.make(...parts);

  /** A mark as the grid and the legend draw it: square for poor, round for not; full if listed. */
  function mark(kind, x, y) {
    const poor = kind.startsWith("poor");
    const made = document.createElementNS("http://www.w3.org/2000/svg", poor ? "rect" : "circle");
    const shape = poor ? { x: x + 3, y: y + 3, width: 14, height: 14 } : { cx: x + 10, cy: y + 10, r: 6.5 };
    for (const [name, value] of Object.entries(shape)) made.setAttribute(name, value);
    made.setAttribute("class", "tot-village__mark tot-village__mark--" + kind);
    return made;
  }

  function drawing(className, width, height) {
    const made = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    made.setAttribute("class", className);
    made.setAttribute("viewBox", "0 0 " + width + " " + height);
    return made;
  }

  class Explorer {
    constructor(container, api) {
      this.api = api;
      this.poor = 30;
      container.classList.add("tot-figure", "tot-village");
      container.append(element("p", "tot-village__lead", api.label("village")));
      this.threshold = this.slider(container, "threshold", 100);
      this.places = this.slider(container, "quota", 30);
      this.grid = drawing("tot-village__grid", 200, 200);
      this.grid.setAttribute("role", "img");
      this.grid.setAttribute("aria-label", api.label("grid"));
      container.append(this.grid, this.legend());
      this.sentence = element("p", "tot-village__sentence");
      this.own = element("p", "tot-village__own", api.label("own-numbers"));
      container.append(this.sentence, this.own);
      api.onChange(() => this.draw());
      this.draw();
    }

    slider(container, name, value) {
      const row = element("p", "tot-village__slider");
      const input = element("input");
      Object.assign(input, { type: "range", min: 0, max: HOUSES, step: 1 });
      input.value = value;
      input.id = "tot-village-" + name;
      const label = element("label", "", this.api.label(name));
      label.htmlFor = input.id;
      // No live region: the slider itself says its value.
      const shown = element("span", "tot-village__value");
      row.append(label, shown, input);
      container.append(row);
      input.addEventListener("input", () => this.choose());
      return { input, shown };
    }

    legend() {
      const list = element("ul", "tot-village__legend");
      for (const kind of KINDS) {
        const entry = element("li");
        const sign = drawing("tot-village__sign", 20, 20);
        sign.setAttribute("aria-hidden", "true");
        sign.append(mark(kind, 0, 0));
        entry.append(sign, element("span", "", this.api.label(kind)));
        list.append(entry);
      }
      return list;
    }

    /** The village of the sliders; the form says how many are poor, if there can be so many here. */
    village() {
      const poor = Number(this.api.values()["targeting-poor"]);
      if (Number.isInteger(poor) && poor >= 1 && poor <= HOUSES) this.poor = poor;
      return village(this.poor, Number(this.threshold.input.value), Number(this.places.input.value));
    }

    numbers(counts) {
      return {
        "targeting-households": String(HOUSES),
        "targeting-poor": String(this.poor),
        "targeting-places": String(counts.listed),
        "targeting-poor-reached": String(counts.reached),
      };
    }

    choose() {
      this.api.set(this.numbers(this.village().counts));
      this.draw();
    }

    draw() {
      const { poor, listed, counts } = this.village();
      for (const { input, shown } of [this.threshold, this.places]) {
        shown.textContent = this.api.write(input.value);
      }
      this.grid.replaceChildren(...poor.map((isPoor, place) =>
        mark(kindOf(isPoor, listed[place]), (place % 10) * 20, Math.floor(place / 10) * 20)));
      const text = this.api.label("sentence").replace(/\{([a-z-]+)\}/g,
        (slot, name) => this.api.write(String(counts[name])));
      if (this.sentence.textContent !== text) this.sentence.textContent = text;
      const values = this.api.values();
      this.own.hidden = Object.entries(this.numbers(counts))
        .every(([name, value]) => values[name] === value);
    }
  }

  globalThis.tot.tools["targeting-errors"] = {
    compute, village, extra: (container, api) => { new Explorer(container, api); },
  };
})();

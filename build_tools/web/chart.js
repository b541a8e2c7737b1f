// Bar and line charts for other values; the twin of build_tools/render/figure/{bar,axes,series,svg}.py:
// equal values give equal SVG. Needs scoring.js before it.
// What does not depend on the values comes from `chart_data` of live.py, texts escaped and cut into lines.
(function () {
  "use strict";
  const { writeNumber } = globalThis.tot.scoring;
  const LEAST = 0.5;
  const HALF = 0.5 + 1e-6;

  /** A number with two decimals at most, a half upwards. */
  function rounded(value) {
    return String(Math.floor(value * 100 + HALF) / 100);
  }

  /** The chart as SVG, in the largest text size in which everything fits; values are plain decimal texts. */
  function draw(data, values, prefix) {
    let picture;
    for (const size of data.sizes) {
      picture = new Picture(data, size);
      (data.kind === "bar" ? bars : lines)(picture, values);
      if (!picture.overflows()) break;
    }
    return picture.svg(prefix);
  }

  /** Shapes in one text size, and the boxes whose texts have to fit. */
  class Picture {
    constructor(data, size) {
      Object.assign(this, { data, size, height: size.height || 0, parts: [], boxes: [] });
    }

    /** A value on one line; `unit` also writes what stands before and after the number. */
    number(use, value, unit = false) {
      const { data } = this;
      const style = this.size.styles[use];
      const text = writeNumber(value, data.numbers);
      let width = unit ? data.unitWidth : 0;
      for (const mark of text) width += data.marks[style.marks][mark];
      return {
        style: use,
        lines: [unit ? data.unit[0] + text + data.unit[1] : text],
        width: width * style.thousandth,
      };
    }

    /** The height of texts one under the other. */
    tall(...texts) {
      const heights = texts.map((text) => {
        const { before, pitch } = this.size.styles[text.style];
        return before + pitch * text.lines.length;
      });
      return heights.reduce((sum, height) => sum + height);
    }

    /** Writes texts into a box, in the middle of its height. */
    label(x, y, w, h, ...texts) {
      const tall = this.tall(...texts);
      this.boxes.push({ x, y, w, h, width: widest(texts), tall });
      let top = y + (h - tall) / 2;
      for (const text of texts) {
        const { open, align, before, pitch, rise } = this.size.styles[text.style];
        const baseline = top + before + rise;
        const spans = text.lines.map((line, index) =>
          `<tspan x="${rounded(x + w * align)}" y="${rounded(baseline + index * pitch)}">${line}</tspan>`);
        this.parts.push(open + spans.join("") + "</text>");
        top += this.tall(text);
      }
    }

    line(points, stroke) {
      const path = points.map(([x, y]) => rounded(x) + " " + rounded(y)).join("L");
      this.parts.push(`<path d="M${path}"${stroke}/>`);
    }

    overflows() {
      const { width, room } = this.data;
      const floor = room === null ? this.height : Math.min(this.height, room);
      return this.boxes.some((box) =>
        box.width > box.w + LEAST || box.tall > box.h + LEAST || Math.min(box.x, box.y) < -LEAST ||
        box.x + box.w > width + LEAST || box.y + box.h > floor + LEAST);
    }

    svg(prefix) {
      const { width, language, fonts, title, desc } = this.data;
      const { height } = this;
      return [
        `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-1 -1 ${rounded(width + 2)} ` +
          `${rounded(height + 2)}" width="${rounded(width)}" height="${rounded(height)}" role="img" ` +
          `lang="${language}" aria-labelledby="${prefix}-title ${prefix}-desc" font-family="${fonts}">`,
        `<title id="${prefix}-title">${title}</title>`,
        `<desc id="${prefix}-desc">${desc}</desc>`,
        ...this.parts,
        "</svg>",
      ].join("\n");
    }
  }

  function widest(texts) {
    return Math.max(...texts.map((text) => text.width));
  }

  function bars(picture, values) {
    const { width, left, space, thick, paint } = picture.data;
    const { names, tops } = picture.size;
    const written = values.map((value) => picture.number("last", value, true));
    const beside = widest(written) + 2 * space;
    const longest = Math.max(0, ...values) || 1;
    values.forEach((value, index) => {
      const share = Math.max(0, value) / longest;
      const length = Math.max((width - left - beside) * share, 1);
      const [x, y, w, h] = [left, tops[index], length, thick].map(rounded);
      picture.parts.push(names[index], `<rect x="${x}" y="${y}" width="${w}" height="${h}"${paint}/>`);
      picture.label(left + length + space, tops[index], beside - space, thick, written[index]);
    });
  }

  function lines(picture, rows) {
    const { dot, strokes, dots } = picture.data;
    const last = rows.map((row) => picture.number("last", row[row.length - 1], true));
    const frame = axes(picture, rows, last);
    rows.forEach((row, index) => {
      const points = row.map((value, place) => [frame.across(place), frame.up(value)]);
      picture.line(points, strokes[index]);
      for (const [x, y] of points) {
        const [cx, cy, r] = [x, y, dot / 2].map(rounded);
        picture.parts.push(`<circle cx="${cx}" cy="${cy}" r="${r}"${dots[index]}/>`);
      }
    });
    if (rows.length === 1) valuesAbove(picture, frame, rows[0]);
    const ends = rows.map((row) => frame.up(row[row.length - 1]));
    names(picture, frame, last, ends);
    picture.height = Math.max(...picture.boxes.map((box) => box.y + box.h));
  }

  /** The scale with its guide lines and the names of the categories; gives the places of values. */
  function axes(picture, rows, last) {
    const { width, plot, beside, namesWidth, sample, space, axis, rule } = picture.data;
    const scale = ticks([].concat(...rows).reduce((a, b) => (Number(b) > Number(a) ? b : a)));
    const marks = scale.map((tick) => picture.number("tick", tick));
    const x = widest(marks) + space;
    const y = picture.tall(marks[0]);
    const right = beside ? Math.max(namesWidth, widest(last)) + sample + 2 * space : 0;
    const [w, h, count, top] = [width - x - right, plot - y, rows[0].length, scale[scale.length - 1]];
    const across = (index) => x + w * (index + 0.5) / count;
    const up = (value) => y + h * (1 - Math.max(0, value) / top);
    scale.forEach((tick, index) => {
      const at = up(tick);
      picture.line([[x, at], [x + w, at]], index === 0 ? axis : rule);
      picture.label(0, at - y / 2, x - space, y, marks[index]);
    });
    categories(picture, { x, y, w, h, across, up }, w / count);
    return { x, y, w, h, across, up };
  }

  /** Round values from 0 to just above the largest, in at most five steps; exact, as in Python. */
  function ticks(largest) {
    if (!(largest > 0)) return ["0", "1"];
    const [whole, rest = ""] = largest.split(".");
    const places = rest.length + 2;
    const size = BigInt(whole + rest + "00");
    let power = 10n;
    while (power * 50n <= size) power *= 10n;
    const steps = [10n, 20n, 25n, 50n, 100n].map((factor) => factor * power / 10n);
    const step = steps.find((each) => each * 5n >= size);
    const made = [];
    for (let tick = 0n; tick < size + step; tick += step) {
      const digits = String(tick).padStart(places + 1, "0");
      made.push((digits.slice(0, -places) + "." + digits.slice(-places)).replace(/\.?0+$/, ""));
    }
    return made;
  }

  /** Names under the axis; where they would touch, only every second or third. */
  function categories(picture, frame, cell) {
    const { width, space } = picture.data;
    let boxes;
    picture.size.categories.some((texts, index) => {
      const w = cell * (index + 1) - space / 2;
      boxes = texts.map((text, place) => ({ text, w, x: frame.across(place * (index + 1)) - w / 2 }));
      return boxes.every((box) =>
        box.x >= 0 && box.x + w <= width && box.text.width <= w + LEAST);
    });
    for (const { text, w, x } of boxes) {
      picture.label(x, frame.y + frame.h + 4, w, picture.tall(text), text);
    }
  }

  /** The values of a single line above its points, where they touch neither each other nor the scale. */
  function valuesAbove(picture, frame, row) {
    const { dot } = picture.data;
    let free = frame.x;
    row.slice(0, -1).forEach((value, index) => {
      const text = picture.number("value", value);
      const tall = picture.tall(text);
      const x = frame.across(index) - text.width / 2;
      if (x < free || frame.up(value) - tall - dot < 0) return;
      picture.label(x, frame.up(value) - tall - dot / 2, text.width, tall, text);
      free = x + text.width + 4;
    });
  }

  /** Names of series with their last values and samples: at the ends of the lines, or under the chart. */
  function names(picture, frame, last, ends) {
    const { width, beside, sample, space, legend, strokes } = picture.data;
    const left = (beside ? frame.x + frame.w + space : 0) + sample + space;
    const texts = last.map((value, index) => [value, picture.size.names[index]]);
    const heights = texts.map((pair) => picture.tall(...pair));
    const tops = ends.map((y, i) => (beside ? y - heights[i] / 2 : frame.y + frame.h + legend));
    let free = 0;
    for (const i of ends.map((_, index) => index).sort((a, b) => ends[a] - ends[b])) {
      tops[i] = Math.max(tops[i], free);
      free = tops[i] + heights[i] + 4;
    }
    texts.forEach((pair, i) => picture.label(left, tops[i], width - left, heights[i], ...pair));
    tops.forEach((top, i) => {
      const [x, y] = [left - sample - space / 2, top + heights[i] / 2];
      picture.line([[x, y], [x + sample, y]], strokes[i]);
    });
  }

  globalThis.tot.chart = { draw };
  if (typeof module === "object") module.exports = globalThis.tot.chart;
})();

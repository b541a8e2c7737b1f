// tot.qr: makes a QR code as a drawing, and reads one from a photograph.
// `svg` needs qrcode.js: as a script before it, or brought by `ready`. jsqr.js is brought when a
// photograph is read, and never before.
(function () {
  "use strict";
  const QUIET = 4;
  const SVG = "http://www.w3.org/2000/svg";
  // jsQR misses some codes that stand quite straight, and others that are too large or too small.
  const TRIES = [[1600, 0], [1000, 0.3], [1600, 0.3], [1000, 0], [640, 0]];
  const ALPHANUMERIC = /^[0-9A-Z $%*+\-./:]*$/;
  const own = typeof document === "object" ? document.currentScript.src : "";
  const loading = new Map();

  /** The rows of dark and light modules as booleans; null where the text is too long for any. */
  function modules(text) {
    const code = globalThis.qrcode(0, "L");
    code.addData(text, ALPHANUMERIC.test(text) ? "Alphanumeric" : "Byte");
    try { code.make(); } catch (error) { return null; }
    const places = Array.from({ length: code.getModuleCount() }, (_, place) => place);
    return places.map((row) => places.map((column) => code.isDark(row, column)));
  }

  /** The path of all dark modules, each run of a row as one stroke. */
  function path(rows) {
    const runs = [];
    rows.forEach((row, y) => row.forEach((isDark, x) => {
      if (!isDark || row[x - 1]) return;
      const after = row.indexOf(false, x);
      const length = (after < 0 ? row.length : after) - x;
      runs.push("M" + (x + QUIET) + " " + (y + QUIET) + "h" + length + "v1h-" + length + "z");
    }));
    return runs.join("");
  }

  function shape(name, attributes) {
    const element = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    return element;
  }

  /** The code as a drawing, black on white with its quiet zone; null where the text is too long. */
  function svg(text, label) {
    const rows = modules(text);
    if (rows === null) return null;
    const side = rows.length + 2 * QUIET;
    const drawn = shape("svg", {
      viewBox: "0 0 " + side + " " + side, "shape-rendering": "crispEdges", role: "img",
      "aria-label": label || "QR", class: "tot-qr", "data-modules": String(rows.length),
    });
    drawn.append(shape("rect", { width: side, height: side, fill: "#fff" }));
    drawn.append(shape("path", { d: path(rows), fill: "#000" }));
    return drawn;
  }

  /** What one of the scripts of others gives, loaded when it is first needed. */
  function load(name) {
    if (name in globalThis) return Promise.resolve(globalThis[name]);
    if (!loading.has(name)) {
      loading.set(name, new Promise((done, fail) => {
        const script = document.createElement("script");
        script.src = new URL("../../vendor/" + name.toLowerCase() + ".js", own).href;
        script.onload = () => done(globalThis[name]);
        script.onerror = () => {
          loading.delete(name);
          script.remove();
          fail(new Error(script.src + " is missing"));
        };
        document.head.append(script);
      }));
    }
    return loading.get(name);
  }

  /** Makes sure that `svg` can draw. */
  const ready = () => load("qrcode");

  /** The pixels of a picture, its longer side at most `side`, turned, on white. */
  function pixels(picture, side, turn) {
    const scale = Math.min(1, side / Math.max(picture.width, picture.height));
    const [width, height] = [picture.width * scale, picture.height * scale];
    const [along, across] = [Math.cos(turn), Math.sin(turn)];
    const canvas = document.createElement("canvas");
    canvas.width = Math.ceil(width * along + height * across);
    canvas.height = Math.ceil(width * across + height * along);
    const context = canvas.getContext("2d", { willReadFrequently: true });
    context.fillStyle = "#fff";
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.imageSmoothingQuality = "high";
    context.translate(canvas.width / 2, canvas.height / 2);
    context.rotate(turn);
    context.drawImage(picture, -width / 2, -height / 2, width, height);
    return context.getImageData(0, 0, canvas.width, canvas.height);
  }

  /** The picture in a file; null where the browser can show none. */
  async function pictureOf(file) {
    try { return await createImageBitmap(file); } catch (error) { return null; }
  }

  /** The text of the QR code on a photograph; null where none can be read. */
  async function read(file) {
    const [jsQR, picture] = await Promise.all([load("jsQR"), pictureOf(file)]);
    if (picture === null) return null;
    for (const [side, turn] of TRIES) {
      const { data, width, height } = pixels(picture, side, turn);
      const found = jsQR(data, width, height, { inversionAttempts: "dontInvert" });
      if (found && found.data) return found.data;
    }
    return null;
  }

  globalThis.tot = globalThis.tot || {};
  globalThis.tot.qr = { ready, svg, read };
  if (typeof module === "object") module.exports = globalThis.tot.qr;
})();

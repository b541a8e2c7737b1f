// Bytes of records and certificates: written, read and digested; the twin of build_tools/record/bytes.py.
// Needs nacl.js before it, since browsers offer no digest of their own on plain http.
(function () {
  "use strict";
  const SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  const EPOCH = Date.UTC(2020, 0, 1) / 1000;
  const LAST = 0xffffffff;
  const TIME = /^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$/;
  /** A text of Lao and ASCII letters takes a byte a letter: the last one of its number. */
  const LAO_TEXT = /^[\0-\x7f]*[\u0e80-\u0eff][\0-\x7f\u0e80-\u0eff]*$/;
  const LAO = 0x8000;
  const MOST_KNOWN = 5000;
  const encoder = new TextEncoder();
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  const digests = new Map();

  const utf8 = (text) => encoder.encode(text);
  const fromUtf8 = (bytes) => decoder.decode(bytes);
  const hash = (bytes) => globalThis.nacl.hash(bytes);
  const hex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  const fromHex = (text) => Uint8Array.from(text.match(/../g) || [], (pair) => parseInt(pair, 16));

  /** The first n bytes of the digest of an id; "#" and hexadecimal digits stand for these bytes. */
  function idHash(id, n) {
    if (new RegExp("^#[0-9a-f]{" + 2 * n + "}$").test(id)) return fromHex(id.slice(1));
    if (!digests.has(id)) {
      if (digests.size >= MOST_KNOWN) digests.clear();
      digests.set(id, hash(utf8(id)).slice(0, 4));
    }
    return digests.get(id).slice(0, n);
  }

  /** A time as seconds since 2020; null for anything else. */
  function seconds(time) {
    const at = typeof time === "string" && TIME.test(time) ? Date.parse(time) / 1000 : NaN;
    if (Number.isNaN(at) || timeText(at - EPOCH) !== time) return null;
    return at < EPOCH || at - EPOCH > LAST ? null : at - EPOCH;
  }

  const timeText = (after) => new Date((after + EPOCH) * 1000).toISOString().replace(".000Z", "Z");

  class Writer {
    constructor() { this.all = []; }
    raw(bytes) { for (const byte of bytes) this.all.push(byte); }
    number(value, size) {
      for (let place = size - 1; place >= 0; place -= 1) {
        this.all.push(Math.floor(value / 256 ** place) % 256);
      }
    }
    id(id, size) { this.raw(idHash(id, size)); }
    time(text) { this.number(seconds(text), 4); }
    text(text) {
      const isLao = LAO_TEXT.test(text);
      const bytes = isLao ? Array.from(text, (one) => one.charCodeAt(0) & 255) : utf8(text);
      this.number(bytes.length + (isLao ? LAO : 0), 2);
      this.raw(bytes);
    }
    bytes() { return Uint8Array.from(this.all); }
  }

  /** Reads what a Writer wrote; throws RangeError or TypeError where the bytes end or are no text. */
  class Reader {
    constructor(bytes) {
      this.all = bytes;
      this.place = 0;
    }
    raw(size) {
      const start = this.place;
      this.place += size;
      if (this.place > this.all.length) throw new RangeError("the bytes end");
      return this.all.slice(start, this.place);
    }
    number(size) { return this.raw(size).reduce((value, byte) => value * 256 + byte, 0); }
    id(names, size) {
      const found = hex(this.raw(size));
      return names.has(found) ? names.get(found) : "#" + found;
    }
    time() { return timeText(this.number(4)); }
    text() {
      const size = this.number(2);
      if (size < LAO) return fromUtf8(this.raw(size));
      const letter = (byte) => String.fromCharCode(byte < 128 ? byte : 0xe00 + byte);
      return Array.from(this.raw(size - LAO), letter).join("");
    }
    isAtEnd() { return this.place === this.all.length; }
  }

  /** Crockford's base32; `decode` is null for text that no bytes are written as. */
  const base32 = {
    encode(bytes) {
      let [text, held, bits] = ["", 0, 0];
      for (const byte of bytes) {
        held = (held << 8) | byte;
        for (bits += 8; bits >= 5; bits -= 5) text += SYMBOLS[(held >> (bits - 5)) & 31];
        held &= 31;
      }
      return bits > 0 ? text + SYMBOLS[(held << (5 - bits)) & 31] : text;
    },
    decode(text) {
      const bytes = [];
      let [held, bits] = [0, 0];
      for (const symbol of text) {
        const value = SYMBOLS.indexOf(symbol);
        if (value < 0) return null;
        held = ((held << 5) | value) & 0xfff;
        bits += 5;
        if (bits >= 8) {
          bits -= 8;
          bytes.push((held >> bits) & 255);
        }
      }
      const isWhole = bits < 5 && (held & ((1 << bits) - 1)) === 0;
      return isWhole ? Uint8Array.from(bytes) : null;
    },
  };

  globalThis.tot = globalThis.tot || {};
  globalThis.tot.base32 = base32;
  globalThis.tot.bytes = {
    Writer, Reader, hash, idHash, utf8, fromUtf8, hex, fromHex, seconds, timeText,
  };
  if (typeof module === "object") module.exports = { base32, ...globalThis.tot.bytes };
})();

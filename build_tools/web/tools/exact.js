// Exact numbers and the one rule of rounding; the twin of build_tools/tools/exact.py.
(function () {
  "use strict";

  function divisor(a, b) {
    while (b !== 0n) [a, b] = [b, a % b];
    return a < 0n ? -a : a;
  }

  /** A fraction of whole numbers, always in lowest terms with a positive denominator. */
  class Exact {
    constructor(numerator, denominator = 1n) {
      const sign = denominator < 0n ? -1n : 1n;
      const common = divisor(numerator, denominator) || 1n;
      this.n = (sign * numerator) / common;
      this.d = (sign * denominator) / common;
    }

    /** The value of a whole number, of plain decimal text such as "-20.9", or of an Exact. */
    static of(value) {
      if (value instanceof Exact) return value;
      const [whole, rest = ""] = String(value).split(".");
      return new Exact(BigInt(whole + rest), 10n ** BigInt(rest.length));
    }

    plus(other) { const o = Exact.of(other); return new Exact(this.n * o.d + o.n * this.d, this.d * o.d); }
    minus(other) { const o = Exact.of(other); return new Exact(this.n * o.d - o.n * this.d, this.d * o.d); }
    times(other) { const o = Exact.of(other); return new Exact(this.n * o.n, this.d * o.d); }

    /** The quotient; nothing may be divided by zero: ask `isZero` first. */
    over(other) {
      const o = Exact.of(other);
      if (o.n === 0n) throw new RangeError("division by zero");
      return new Exact(this.n * o.d, this.d * o.n);
    }

    isZero() { return this.n === 0n; }
    isAbove(other) { return this.minus(other).n > 0n; }
    max(other) { return this.isAbove(other) ? this : Exact.of(other); }
    min(other) { return this.isAbove(other) ? Exact.of(other) : this; }

    /** The nearest floating point number, for drawing and for powers. */
    toNumber() {
      const whole = this.n / this.d;
      const rest = this.n % this.d;
      const scale = 10n ** 17n;
      return Number(whole) + Number((rest * scale) / this.d) / Number(scale);
    }

    /** Plain decimal text with at least so many digits after the point; the value must end by then. */
    toText(decimals = 0) {
      let places = decimals;
      while ((this.n * 10n ** BigInt(places)) % this.d !== 0n) places += 1;
      const digits = (this.n * 10n ** BigInt(places)) / this.d;
      const text = String(digits < 0n ? -digits : digits).padStart(places + 1, "0");
      const cut = text.length - places;
      return (digits < 0n ? "-" : "") + text.slice(0, cut) + (places ? "." + text.slice(cut) : "");
    }
  }

  /** The value rounded to so many decimals; a half goes away from zero. */
  function halfUp(value, decimals = 0) {
    const scale = 10n ** BigInt(decimals);
    const size = value.n < 0n ? -value.n : value.n;
    const rounded = (size * scale * 2n + value.d) / (value.d * 2n);
    return new Exact(value.n < 0n ? -rounded : rounded, scale);
  }

  /** Part of the whole in percent, rounded; null where the whole is nothing. */
  function share(part, whole, decimals = 1) {
    return whole.isZero() ? null : halfUp(part.times(100).over(whole), decimals);
  }

  /** What an amount buys after some months of inflation (percent a year), in whole units. */
  function realValue(nominal, inflation, months) {
    const power = Math.pow(1 + inflation.toNumber() / 100, months.toNumber() / 12);
    return Exact.of(Math.floor(nominal.toNumber() / power + 0.5));
  }

  globalThis.tot = globalThis.tot || {};
  globalThis.tot.tools = globalThis.tot.tools || {};
  globalThis.tot.exact = { Exact, halfUp, share, realValue };
  if (typeof module === "object") module.exports = globalThis.tot.exact;
})();

// One spelling for what a Lao reader sees as the same text; the twin of build_tools/lao/fold.py.
(function () {
  "use strict";
  const TONES = "\u0ec8-\u0ecb";
  const VOWEL_MARKS = "\u0eb1\u0eb4-\u0eb9\u0ebb\u0ecd";
  const INVISIBLE = "\u200b-\u200f\u202a-\u202e\u2060\ufeff\u00ad";
  // Written out because \s differs between JavaScript and Python.
  const SPACES = "\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000";
  const STEPS = [
    [new RegExp("[" + INVISIBLE + "]", "g"), ""],
    [/\u0eab\u0e99/g, "\u0edc"],
    [/\u0eab\u0ea1/g, "\u0edd"],
    [/\u0eab\u0ea5/g, "\u0eab\u0ebc"],
    [new RegExp("\u0ecd([" + TONES + "]?)\u0eb2", "g"), "$1\u0eb3"],
    [new RegExp("([" + TONES + "])\u0ecd\u0eb2", "g"), "$1\u0eb3"],
    [new RegExp("\u0eb3([" + TONES + "])", "g"), "$1\u0eb3"],
    [new RegExp("([" + TONES + "])([" + VOWEL_MARKS + "])", "g"), "$2$1"],
    [new RegExp("[" + SPACES + "]+", "g"), " "],
  ];

  /** The text with Lao digits written as 0-9. */
  function westernDigits(text) {
    return text.replace(/[\u0ed0-\u0ed9]/g, (digit) => String(digit.charCodeAt(0) - 0x0ed0));
  }

  /** The text in one spelling; folding twice changes nothing. */
  function fold(text) {
    for (const [pattern, replacement] of STEPS) {
      let previous = null;
      while (previous !== text) {
        previous = text;
        text = text.replace(pattern, replacement);
      }
    }
    return westernDigits(text).toLowerCase().replace(/^ | $/g, "");
  }

  globalThis.tot = globalThis.tot || {};
  globalThis.tot.lao = { fold, westernDigits };
  if (typeof module === "object") module.exports = globalThis.tot.lao;
})();

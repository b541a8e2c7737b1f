// tot.certificate.sheet: the A4 landscape page of a certificate, Lao first, English below it.
// Needs certificate.js and qr.js before it, and qrcode.js or `qr.ready()`. `words` is what `sheet_words` of
// build_tools/render/pages/certificate.py gives: {lo: {words, months}, en: {words, months}}.
// Texts of a certificate are untrusted: they become text nodes and nothing else.
(function () {
  "use strict";
  const { certificate: certificates, qr, signing } = globalThis.tot;
  const LANGUAGES = ["lo", "en"];
  const SVG = "http://www.w3.org/2000/svg";
  const NOTHING = "\u2013";
  const DIAMONDS = 27;
  const LONG = [[26, "long"], [44, "longest"]];
  const AHEAD = /[\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ece]/g;

  function make(tag, className, ...children) {
    const element = document.createElement(tag);
    element.className = "tot-certificate" + className;
    element.append(...children);
    return element;
  }

  /** A line in each language; `say` gives the text of one. */
  function both(className, say) {
    return LANGUAGES.map((language) => {
      const line = make("p", className + " tot-certificate--" + language, say(language));
      line.lang = language;
      return line;
    });
  }

  /** The woven band: diamonds within diamonds, as Lao weavers make them. */
  function band() {
    const drawn = document.createElementNS(SVG, "svg");
    drawn.setAttribute("viewBox", "0 0 " + 22 * DIAMONDS + " 18");
    drawn.setAttribute("class", "tot-certificate__band");
    drawn.setAttribute("aria-hidden", "true");
    const diamond = (x, size) => "M" + x + " " + (9 - size * 0.64) + "l" + size + " " + size * 0.64
      + "l-" + size + " " + size * 0.64 + "l-" + size + " -" + size * 0.64 + "z";
    const each = (size, shift) => Array.from({ length: DIAMONDS + 1 }, (_, place) =>
      diamond(22 * place + shift, size)).join("");
    for (const [size, shift, look] of [[11, 11, "line"], [5, 11, "heart"], [2, 0, "seed"]]) {
      const path = document.createElementNS(SVG, "path");
      path.setAttribute("d", each(size, shift));
      path.setAttribute("class", "tot-certificate__" + look);
      drawn.append(path);
    }
    return drawn;
  }

  /** How the sheet says words, numbers and dates in one language. */
  function speaker(words) {
    const word = (language, id, values = {}) =>
      words[language].words["certificate-" + id].replace(/\{(\w+)\}/g, (slot, name) => values[name]);
    return {
      word,
      date(language, time) {
        const day = new Date(time);
        return [day.getDate(), words[language].months[day.getMonth()], day.getFullYear()].join(" ");
      },
      hours(language, minutes) {
        const text = String(Math.round(minutes / 6) / 10);
        return language === "lo" ? text.replace(".", ",") : text;
      },
      percent: (score) => (score === null ? NOTHING : Math.round(score * 100) + "%"),
    };
  }

  /** The number of letters that take room: marks above and below stand over others. */
  const width = (name) => Array.from(name.replace(AHEAD, "")).length;

  function nameOf(certificate) {
    const line = make("p", "__name", document.createElement("bdi"));
    line.firstChild.textContent = certificate.name || "\u2026".repeat(16);
    for (const [least, size] of LONG) {
      if (width(certificate.name) > least) line.dataset.size = size;
    }
    return line;
  }

  function fact(say, id, value) {
    const label = (language) => say.word(language, id);
    return make("div", "__fact", ...both("__label", label), ...value);
  }

  function facts(certificate, say) {
    const same = (text) => [make("p", "__value", text)];
    const each = (text) => [make("p", "__value", text("lo")), ...both("__small", text).slice(1)];
    const { minutes, pre, post, date, curriculum } = certificate;
    const hours = (language) => say.hours(language, minutes);
    return make("div", "__facts",
      fact(say, "hours", same(hours("lo"))),
      fact(say, "before", same(say.percent(pre))),
      fact(say, "after", same(say.percent(post))),
      fact(say, "date", each((language) => say.date(language, date))),
      fact(say, "version", same(curriculum)));
  }

  /** Who says so: the learner alone, or an office with its key. */
  function standing(certificate, say) {
    if (!certificate.signature) {
      return make("div", "__standing", ...both("__self", (language) => say.word(language, "self")),
        ...both("__means", (language) => say.word(language, "self-means")));
    }
    const office = document.createElement("bdi");
    office.textContent = certificate.office;
    const print = signing.fingerprint(certificate.public);
    return make("div", "__standing", ...both("__means", (language) => say.word(language, "signed")),
      make("p", "__office", office),
      ...both("__means", (language) => say.word(language, "fingerprint", { fingerprint: print })));
  }

  function sheet(certificate, bank, language, words) {
    const say = speaker(words);
    const word = (id) => (each) => say.word(each, id);
    const owner = bank.owners[certificate.of];
    const title = (each) => (owner ? owner.title[each] || owner.title.en : say.word(each, "unknown"));
    const code = qr.svg(certificates.code(certificate), say.word(language, "qr"));
    const made = make("div", "", band(), make("div", "__inner",
      make("div", "__head", ...both("__course", (each) => bank.title[each] || bank.title.en),
        ...both("__title", word("title"))),
      make("div", "__who", ...both("__lead", word("of-name")), nameOf(certificate)),
      make("div", "__what", ...both("__lead", word("has-learnt")), ...both("__owner", title)),
      facts(certificate, say),
      make("div", "__foot", standing(certificate, say),
        make("div", "__code", code, ...both("__means", word("check"))))), band());
    made.lang = "lo";
    return made;
  }

  certificates.sheet = sheet;
})();

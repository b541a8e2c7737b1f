// The half-page report of a training, without names, in the upper half of an A4 page.
(function () {
  "use strict";
  const { make } = globalThis.tot.toolFile;
  const WEAKEST = 3;

  /** Title, place, dates, means, gain and the weakest objectives with the lessons to repeat. */
  function sheet(say, given, whole, parts) {
    const { both } = whole;
    const line = (word, text) => make("p", "", make("strong", "", say.word(word) + ": "), text);
    const facts = [
      line("collect-n", String(whole.n)),
      line("collect-before", say.percent(whole.pre.mean) + " " + say.word("collect-of-n", whole.pre)),
      line("collect-after", say.percent(whole.post.mean) + " " + say.word("collect-of-n", whole.post)),
      line("collect-gain", say.decimal(both.gain, 2) + " " + say.word("collect-of-n", both)),
    ];
    const weakest = parts.slice(0, WEAKEST).map((part) => {
      const { text, lesson } = say.bank.objectives[part.id];
      const lessonTitle = say.node(say.bank.lessons[lesson].title);
      const share = say.percent(globalThis.tot.statistics.standing(part));
      return make("li", "", say.node(text), " (" + share + "). ",
        say.word("collect-repeat") + ": ", lessonTitle);
    });
    const place = [given.place, given.dates].filter(Boolean).map((text) => make("bdi", "", text));
    const warning = globalThis.tot.collectParts.warning(say, whole.n);
    return make("div", "tot-paper__page tot-collect__half",
      make("p", "tot-paper__kicker", say.word("collect-report-kicker") + ": ", given.owner),
      make("h1", "", make("bdi", "", given.title)),
      make("p", "", ...place.flatMap((node, index) => (index ? [" \u00b7 ", node] : [node]))),
      make("div", "tot-collect__facts", ...facts),
      make("p", "", make("strong", "", say.word("collect-weakest"))), make("ol", "", ...weakest),
      ...(warning ? [make("p", "", warning)] : []),
      make("p", "tot-paper__foot", say.word("collect-report-foot") + " " + say.data.version_line));
  }

  globalThis.tot.collectReport = { sheet };
})();

// The twin of build_tools/tools/grant_value.py, which says what each result means.
(function () {
  "use strict";
  const { Exact, halfUp, realValue, share } = globalThis.tot.exact;
  const YEARS = [...Array(11).keys()];

  /** What is left of whole years after as many full periods as fit into them. */
  const remainder = (years, every) => Exact.of(Number(years.toText()) % Number(every.toText()));

  /** What the amount buys so many years after it was right; before it, for negative years. */
  function buys(given, years) {
    return realValue(given.numbers["grant-benefit"], given.numbers["inflation"], years.times(12));
  }

  function compute(given) {
    const value = (name) => given.numbers[name];
    const benefit = value("grant-benefit");
    const years = value("grant-value-years");
    const since = remainder(years, value("grant-rise-every"));
    return {
      "share": share(benefit, value("minimum-wage")),
      "dollars-2018": halfUp(benefit.over(value("exchange-rate-2018")), 2),
      "dollars-2021": halfUp(benefit.over(value("exchange-rate-2021")), 2),
      "dollars-2025": halfUp(benefit.over(value("exchange-rate")), 2),
      "never": buys(given, years),
      "years-since-rise": since,
      "some-years": buys(given, since),
      "every-year": benefit,
      "needed": buys(given, years.times(-1)),
    };
  }

  function points(given) {
    const every = given.numbers["grant-rise-every"];
    return {
      "never": YEARS.map((year) => buys(given, Exact.of(year))),
      "some-years": YEARS.map((year) => buys(given, remainder(Exact.of(year), every))),
      "every-year": YEARS.map(() => given.numbers["grant-benefit"]),
    };
  }

  globalThis.tot.tools["grant-value"] = { compute, points };
})();

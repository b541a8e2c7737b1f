// The twin of build_tools/tools/grant_costing.py, which says what each result means.
(function () {
  "use strict";
  const { halfUp } = globalThis.tot.exact;

  /** Births and cases of a year at this birth rate. */
  function people(given, birthRate) {
    const births = halfUp(given.numbers["saengdao-population"].times(given.numbers[birthRate]).over(1000));
    return [births, halfUp(births.times(given.numbers["grant-take-up"]).over(100))];
  }

  function compute(given) {
    const value = (name) => given.numbers[name];
    const months = value("grant-pregnancy-months").plus(value("grant-child-months"));
    const onFamilies = value("grant-overhead").over(-100).plus(1);
    const [births, cases] = people(given, "birth-rate");
    const [otherBirths, otherCases] = people(given, "birth-rate-comparison");
    const personMonths = cases.times(months);
    const transfers = personMonths.times(value("grant-benefit"));
    const total = halfUp(transfers.over(onFamilies));
    return {
      "births": births,
      "cases": cases,
      "person-months": personMonths,
      "at-one-time": halfUp(personMonths.over(12)),
      "transfers": transfers,
      "total": total,
      "total-usd": halfUp(total.over(value("exchange-rate"))),
      "total-higher": halfUp(transfers.times(11).over(10).over(onFamilies)),
      "births-comparison": otherBirths,
      "cases-comparison": otherCases,
      "total-comparison": halfUp(otherCases.times(months).times(value("grant-benefit")).over(onFamilies)),
    };
  }

  globalThis.tot.tools["grant-costing"] = { compute };
})();

// The twin of build_tools/tools/grant_costing.py, which says what each result means.
(function () {
  "use strict";
  const { halfUp } = globalThis.tot.exact;

  function compute(given) {
    const value = (name) => given.numbers[name];
    const rate = (name) => value(name).over(100);
    const months = value("grant-pregnancy-months").plus(value("grant-child-months"));
    const births = halfUp(value("saengdao-population").times(value("birth-rate")).over(1000));
    const cases = halfUp(births.times(rate("grant-take-up")));
    const personMonths = cases.times(months);
    const transfers = personMonths.times(value("grant-benefit"));
    const onFamilies = rate("grant-overhead").times(-1).plus(1);
    const other = value("saengdao-population").times(value("birth-rate-comparison")).over(1000);
    const otherCases = other.times(rate("grant-take-up"));
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
      "total-comparison": halfUp(
        otherCases.times(months).times(value("grant-benefit")).over(onFamilies)),
    };
  }

  globalThis.tot.tools["grant-costing"] = { compute };
})();

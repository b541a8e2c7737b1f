// The twin of build_tools/tools/payment_cycle.py, which says what each result means.
(function () {
  "use strict";
  const { Exact, halfUp, share, realValue } = globalThis.tot.exact;
  const MONTHS = Array.from({ length: 12 }, (_, month) => month);

  function compute(given) {
    const value = (name) => given.numbers[name];
    const cycle = value("grant-payment-cycle");
    const instructed = value("payment-instructed");
    const due = value("payment-months-due").times(value("grant-benefit"));
    const payment = cycle.times(value("grant-benefit"));
    return {
      "due": due,
      "rounds": cycle.isZero() ? null : halfUp(value("payment-months-due").over(cycle), 1),
      "paid-share": share(value("payment-paid"), instructed),
      "unaccounted": instructed.minus(value("payment-paid")).minus(value("payment-failed")),
      "to-take-along": instructed.times(due),
      "goes-back": value("payment-failed").times(due),
      "payment": payment,
      "real-value": realValue(payment, value("inflation-peak"), value("payment-months-late")),
    };
  }

  function points(given) {
    const cycle = given.numbers["grant-payment-cycle"];
    const late = given.numbers["payment-months-late"];
    const paidBy = (month) =>
      MONTHS.slice(1).filter((n) => !cycle.times(n).plus(late).isAbove(month)).length;
    const benefit = given.numbers["grant-benefit"];
    return {
      "due-so-far": MONTHS.map((month) => benefit.times(month)),
      "paid-so-far": MONTHS.map((month) => Exact.of(paidBy(month)).times(cycle).times(benefit)),
    };
  }

  globalThis.tot.tools["payment-cycle"] = { compute, points };
})();

// The twin of build_tools/tools/contribution_calculator.py, which says what each result means.
(function () {
  "use strict";
  const { halfUp } = globalThis.tot.exact;

  /** The lowest salary that counts, by the rule that was chosen. */
  function floorOf(given) {
    if (given.choices["floor-rule"] === "amount") return given.numbers["contribution-floor"];
    return halfUp(given.numbers["minimum-wage"].times(given.numbers["contribution-floor-share"]).over(100));
  }

  function compute(given) {
    const value = (name) => given.numbers[name];
    const isPublic = given.choices["sector"] === "public";
    const floor = floorOf(given);
    const salary = value("example-salary");
    const base = isPublic ? salary : salary.max(floor).min(value("contribution-ceiling"));
    const part = (amount, rate) => halfUp(amount.times(value(rate)).over(100));
    const employer = part(base, isPublic ? "contribution-rate-state" : "contribution-rate-employer");
    const employee = part(base, isPublic ? "contribution-rate-civil-servant" : "contribution-rate-employee");
    return {
      "floor": floor,
      "base": base,
      "employer": employer,
      "employee": employee,
      "total": employer.plus(employee),
      "voluntary": part(value("voluntary-base"), "contribution-rate-voluntary"),
    };
  }

  globalThis.tot.tools["contribution-calculator"] = { compute };
})();

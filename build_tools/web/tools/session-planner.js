// The twin of build_tools/tools/session_planner.py, which says what each result means.
(function () {
  "use strict";
  const { Exact, halfUp, share } = globalThis.tot.exact;
  const PARTS = ["opener", "reflection", "input", "practice", "teach-back"];

  function sum(values) {
    return values.reduce((total, value) => total.plus(value), Exact.of(0));
  }

  function compute(given) {
    const length = given.numbers["session-length"];
    const minutes = (part) => given.numbers[`session-minutes-${part}`];
    const proposed = (part) => given.numbers[`session-share-${part}`];
    const planned = sum(PARTS.map(minutes));
    const results = {
      "planned": planned,
      "left-over": length.minus(planned),
      "share-input": share(minutes("input"), length),
      "share-practice": share(minutes("practice"), length),
      "shares-together": sum(PARTS.map(proposed)),
    };
    for (const part of PARTS) {
      results[`proposed-${part}`] = halfUp(length.times(proposed(part)).over(100));
    }
    return results;
  }

  globalThis.tot.tools["session-planner"] = { compute };
})();

// The twin of build_tools/tools/learning_gain.py, which says what each result means.
(function () {
  "use strict";
  const { Exact, halfUp } = globalThis.tot.exact;

  function compute(given) {
    const before = given.numbers["gain-before"];
    const gained = halfUp(given.numbers["gain-after"].minus(before));
    const possible = halfUp(Exact.of(100).minus(before));
    return {
      "points-gained": gained,
      "points-possible": possible,
      "gain": possible.isZero() ? null : halfUp(gained.over(possible), 2),
    };
  }

  globalThis.tot.tools["learning-gain"] = { compute };
})();

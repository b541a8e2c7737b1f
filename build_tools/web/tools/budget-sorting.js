// The twin of build_tools/tools/budget_sorting.py, which says what each verdict means.
(function () {
  "use strict";
  const TESTS = ["plan", "budget", "treasury", "report"];

  function judge(answers) {
    const passed = TESTS.filter((test) => answers[test] === "passed").length;
    return passed === TESTS.length ? "on" : passed > 0 ? "partly" : "off";
  }

  globalThis.tot.tools["budget-sorting"] = { judge };
})();

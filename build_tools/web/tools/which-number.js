// The twin of build_tools/tools/which_number.py, which says what each verdict means.
(function () {
  "use strict";
  const QUESTIONS = ["definition", "group", "year", "source"];

  function judge(answers) {
    return QUESTIONS.some((one) => answers[one] === "not-said") ? "ask" : "quote";
  }

  globalThis.tot.tools["which-number"] = { judge };
})();

// The twin of build_tools/tools/four_guarantees_matrix.py, which says where the rule comes from.
(function () {
  "use strict";
  const QUESTIONS = ["scheme", "known", "reached", "enough"];
  const POINTS = ["point-1", "point-2", "point-3", "point-4"];
  const VERDICTS = ["gap", "weak", "partial", "strong"];

  function judge(answers) {
    const points = QUESTIONS.map((question) => POINTS.indexOf(answers[question]));
    return VERDICTS[Math.min(...points)];
  }

  globalThis.tot.tools["four-guarantees-matrix"] = { judge };
})();

// The twin of build_tools/tools/grievance_triage.py, which says what each verdict means.
(function () {
  "use strict";
  const URGENCY = { "can-wait": 0, "grows-worse": 1 };
  const HARM = { "no-loss": 0, "loss": 1, "danger": 2 };
  const VERDICTS = ["month", "week", "today"];

  function judge(answers) {
    const points = URGENCY[answers.urgency] + HARM[answers.harm];
    return VERDICTS[Math.min(points, 2)];
  }

  globalThis.tot.tools["grievance-triage"] = { judge };
})();

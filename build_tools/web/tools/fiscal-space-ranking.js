// The twin of build_tools/tools/fiscal_space_ranking.py, which says how a diamond fills up.
(function () {
  "use strict";

  function judge(answers) {
    return answers.place;
  }

  function room(rows) {
    const side = Math.floor((rows - 2) / 3);
    const middle = rows - 2 - 2 * side;
    return { "place-1": 1, "place-2": side, "place-3": middle, "place-4": side, "place-5": 1 };
  }

  globalThis.tot.tools["fiscal-space-ranking"] = { judge, room };
})();

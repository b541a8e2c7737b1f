// The twin of build_tools/tools/sdg_by_hand.py, which says what each result means.
(function () {
  "use strict";
  const { share } = globalThis.tot.exact;

  function compute(given) {
    const value = (name) => given.numbers["saengdao-" + name];
    const covered = value("insured-members").plus(value("pensioners"))
      .plus(value("disability-benefit")).plus(value("grant-recipients"));
    const twice = covered.plus(value("insured-mothers"));
    return {
      "covered": covered,
      "coverage": share(covered, value("population")),
      "coverage-older": share(value("pensioners"), value("older-persons")),
      "coverage-disability": share(
        value("disability-benefit"), value("persons-with-disability")),
      "covered-twice": twice,
      "coverage-twice": share(twice, value("population")),
    };
  }

  globalThis.tot.tools["sdg-by-hand"] = { compute };
})();

/* The page of the translation on paper: every line is open. */
(function () {
  "use strict";
  var folds = Array.prototype.slice.call(document.querySelectorAll(".tot-more details:not([open])"));
  function setAll(open) { folds.forEach(function (fold) { fold.open = open; }); }

  window.addEventListener("beforeprint", function () {
    folds = folds.filter(function (fold) { return !fold.open; });
    setAll(true);
  });
  window.addEventListener("afterprint", function () { setAll(false); });
})();

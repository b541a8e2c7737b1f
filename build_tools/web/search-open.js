/* Opens the search, by its button or by the key "/". Nothing else of it is loaded before that, and
   the script that marks the words of a search only where the address names some. */
(function () {
  "use strict";
  var button = document.querySelector(".tot-header__search");
  var assets = document.currentScript.src.replace(/[^/]*$/, "");
  var asked = false;
  var told = document.createElement("p");
  told.setAttribute("role", "alert");

  function load(names, done) {
    var style = document.createElement("link");
    style.rel = "stylesheet";
    style.href = assets + "search.css";
    document.head.append(style);
    names.forEach(function (name, n) {
      var script = document.createElement("script");
      script.src = assets + name;
      script.async = false;
      if (n === names.length - 1) script.onload = done;
      script.onerror = function () {
        asked = false;
        told.textContent = button.dataset.failed;
        button.parentNode.append(told);
      };
      document.body.append(script);
    });
  }

  function open() {
    told.remove();
    if (window.totSearch) totSearch.open();
    else if (!asked) {
      asked = true;
      load(["search-box.js"], function () { totSearch.open(); });
    }
  }

  button.addEventListener("click", open);
  document.addEventListener("keydown", function (event) {
    var typing = event.target.closest("input, select, textarea, dialog");
    if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    open();
  });
  if (/[?&]m=/.test(location.search)) load(["search.js", "search-marks.js"]);
})();

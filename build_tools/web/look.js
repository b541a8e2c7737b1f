/* Runs in the head: the colours before the first paint, and the store that other scripts use. */
(function () {
  "use strict";
  var root = document.documentElement;

  /* A private window or a locked-down device has no store: then nothing is remembered. */
  window.totStore = {
    read: function (name) {
      try { return localStorage.getItem(root.dataset.course + "." + name); } catch (error) { return null; }
    },
    write: function (name, value) {
      try { localStorage.setItem(root.dataset.course + "." + name, value); } catch (error) { return false; }
      return true;
    }
  };

  var wished = matchMedia("(prefers-color-scheme: dark)").matches ? "slate" : "default";
  root.dataset.mdColorScheme = window.totStore.read("colours") || wished;
})();

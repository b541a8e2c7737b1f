/* The menu on narrow screens, the colours, and the trainer view. Pages can be read without it. */
(function () {
  "use strict";
  var root = document.documentElement;
  var store = window.totStore;

  function one(selector) { return document.querySelector(selector); }
  function all(selector) { return Array.prototype.slice.call(document.querySelectorAll(selector)); }

  /* Menu: a drawer that holds the keyboard focus while it is open. */
  var menu = one(".tot-header__menu.tot-js");
  var around = all(".tot-skip, .md-content, .tot-header, .tot-footer, .md-sidebar--secondary");

  function setMenu(open) {
    root.classList.toggle("tot-open", open);
    menu.setAttribute("aria-expanded", String(open));
    around.forEach(function (part) { part.inert = open; });
    (open ? one(".tot-nav__close") : menu).focus();
  }
  menu.addEventListener("click", function () { setMenu(true); });
  one(".tot-nav__close").addEventListener("click", function () { setMenu(false); });
  one(".md-overlay").addEventListener("click", function (event) {
    event.preventDefault();
    setMenu(false);
  });
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape" && root.classList.contains("tot-open")) setMenu(false);
  });
  matchMedia("(min-width: 76.25em)").addEventListener("change", function () {
    if (root.classList.contains("tot-open")) setMenu(false);
  });

  /* Colours. */
  var look = one(".tot-header__look");
  function showLook() { look.setAttribute("aria-pressed", String(root.dataset.mdColorScheme === "slate")); }
  look.addEventListener("click", function () {
    root.dataset.mdColorScheme = root.dataset.mdColorScheme === "slate" ? "default" : "slate";
    store.write("colours", root.dataset.mdColorScheme);
    showLook();
  });
  showLook();

  /* Trainer view: opens every box for the trainer, on this page and on the next ones. */
  var view = one(".tot-trainer-view");
  if (!view) return;
  function setView(on) {
    view.setAttribute("aria-pressed", String(on));
    all("[data-box=trainer]").forEach(function (box) { box.open = on; });
  }
  view.hidden = false;
  view.addEventListener("click", function () {
    var on = view.getAttribute("aria-pressed") !== "true";
    store.write("trainer", on ? "on" : "off");
    setView(on);
  });
  if (store.read("trainer") === "on") setView(true);
})();

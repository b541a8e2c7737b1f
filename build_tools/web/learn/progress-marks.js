// Shows progress on this page: a mark at every link to a lesson or test (a[data-lesson],
// a[data-test]), how many lessons of a module are done ([data-lessons], its words in [data-say]),
// the way on (.tot-continue), and a notice where progress is not kept.
(function () {
  "use strict";
  const { read, state } = window.tot.progress;
  const { lessonState, testState } = window.tot.progressRecord;
  const words = document.currentScript.dataset;
  const SIGNS = { begun: "○", read: "◐", done: "✓" };

  function all(selector) { return [...document.querySelectorAll(selector)]; }

  function make(tag, className, text) {
    const element = document.createElement(tag);
    element.className = className;
    element.textContent = text;
    return element;
  }

  function mark(link, state) {
    const old = link.querySelector(".tot-mark");
    if (old) old.remove();
    if (!state) return;
    const sign = make("span", "", SIGNS[state] + " ");
    sign.setAttribute("aria-hidden", "true");
    const made = make("span", "tot-mark", "");
    made.dataset.state = state;
    made.append(sign, make("span", "tot-mark__text", words[state]));
    link.append(" ", made);
  }

  function count(line, record) {
    const states = line.dataset.lessons.split(" ").map((id) => lessonState(record, id));
    const n = states.filter((state) => state === "done").length;
    line.textContent = line.dataset.say.replace("{n}", n).replace("{total}", states.length);
    line.hidden = states.every((state) => !state);
  }

  /** The links of the card are all lessons; the one where the learner stopped is shown. */
  function showWay(card, { place }) {
    const links = [...card.querySelectorAll("a[data-page]")];
    const [way] = links.filter((link) => place && link.dataset.page === place.page);
    card.hidden = !way;
    links.forEach((link) => { link.closest("li").hidden = link !== way; });
    if (way) way.hash = place.heading;
  }

  async function show() {
    const record = await read();
    all("a[data-lesson]").forEach((link) => mark(link, lessonState(record, link.dataset.lesson)));
    all("a[data-test]").forEach((link) => mark(link, testState(record, link.dataset.test)));
    all("[data-lessons]").forEach((line) => count(line, record));
    all(".tot-continue").forEach((card) => showWay(card, record));
  }

  /** Says once how it stands with keeping; a page has the words for what matters on it. */
  async function tell() {
    const text = words[await state()];
    if (!text) return;
    const notice = make("div", "tot-standing tot-told", "");
    notice.setAttribute("role", "status");
    document.querySelector("article").prepend(notice);
    const link = make("a", "", words.learning);
    link.href = words.address;
    const line = make("p", "", text + " ");
    line.append(link);
    notice.append(line);
  }

  document.addEventListener("tot:progress", show);
  window.addEventListener("pageshow", show);
  tell();
})();

// Keeps what a learner does on this page: the lesson opened and read, the place, the answers.
// Answers given before are put back into their forms. Needs quiz.js where the page has items.
(function () {
  "use strict";
  const { change, now } = window.tot.progress;
  const { answer, rename } = window.tot.progressRecord;
  const { page, lesson, ...words } = document.currentScript.dataset;
  const language = document.documentElement.lang;
  const RESTS = 600;

  const itemsOf = () => (window.tot.quiz ? [...window.tot.quiz.items.values()] : []);

  /** The record takes note that the page is open, and the items know what was answered before. */
  async function open() {
    const items = itemsOf();
    let stored = {};
    await change((record) => {
      items.forEach((item) => rename(record, item.id, item.aliases || []));
      stored = record.items;
      if (!lesson) return;
      const known = record.lessons[lesson] || { opened: now(), read: null };
      record.lessons[lesson] = { ...known, items: items.map((item) => item.id) };
      if (!record.place || record.place.page !== page) record.place = { page, heading: "" };
    });
    items.filter((item) => stored[item.id]).forEach((item) => putBack(item, stored[item.id]));
  }

  /** An answer stands in its form again, unless the learner was quicker or the form has changed. */
  function putBack(item, { given, language: spoken }) {
    if (item.response() !== null || !item.put(given)) return;
    const earned = window.tot.scoring.mark(item.type, item.key, given, spoken);
    item.before(earned, words[window.tot.quiz.stateOf(earned)]);
  }

  document.addEventListener("tot:answered", ({ detail }) => {
    change((record) => answer(record, { ...detail, language, at: now() }));
  });
  document.addEventListener("DOMContentLoaded", open);
  if (!lesson) return;

  /** The end of the lesson came into view. */
  const end = new IntersectionObserver((seen) => {
    if (!seen.some((entry) => entry.isIntersecting)) return;
    end.disconnect();
    change((record) => {
      const entry = record.lessons[lesson];
      if (entry && !entry.read) entry.read = now();
    });
  });
  end.observe(document.querySelector(".tot-way"));

  const headings = [...document.querySelectorAll("article :is(h2, h3)[id]")];
  let place = "";
  let resting = 0;
  function keepPlace() {
    const passed = headings.filter((one) => one.getBoundingClientRect().top < innerHeight / 3);
    const heading = passed.length > 0 ? passed[passed.length - 1].id : "";
    if (heading === place) return;
    place = heading;
    change((record) => { record.place = { page, heading }; });
  }
  window.addEventListener("scroll", () => {
    clearTimeout(resting);
    resting = setTimeout(keepPlace, RESTS);
  }, { passive: true });
})();

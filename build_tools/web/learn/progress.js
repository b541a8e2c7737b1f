// tot.progress: the record of a learner's progress, read from and written to tot.store.
(function () {
  "use strict";
  const { parse, empty } = window.tot.progressRecord;
  const store = window.tot.store;
  const course = document.documentElement.dataset.course;
  const KEY = "progress";
  /** What is kept of the learner: the record, what was set aside of it, countersigned certificates. */
  const OF_THE_LEARNER = /^(progress|certificate)(\.|$)/;
  const TRIES = 20;
  const now = () => new Date().toISOString().slice(0, 19) + "Z";

  let standing = "kept";
  // What this page knows while nothing can be kept.
  let memory = null;
  let queue = Promise.resolve();

  /** After everything that was asked before. Nothing read is kept: another tab may have written. */
  function queued(work) {
    queue = queue.then(work);
    return queue;
  }

  /** The text that is kept and the record in it; a broken one is set aside first. */
  async function opened() {
    const text = memory || (await store.get(KEY));
    if (text === null) return { text, record: empty(course) };
    const { record, fault } = parse(text, course);
    if (fault === "newer") standing = "newer";
    else if (fault) return setAside(text, record);
    return { text, record };
  }

  /** What could be saved of a broken record takes its place, once the broken one is kept elsewhere. */
  async function setAside(text, record) {
    const name = `${KEY}.broken-${now()}`;
    let isAside = false;
    for (let n = 1; isAside === false; n += 1) {
      isAside = await store.swap(n === 1 ? name : `${name}-${n}`, text, null);
    }
    const saved = JSON.stringify(record);
    const isKept = isAside && (await store.swap(KEY, saved, text));
    standing = isKept ? "broken" : "nowhere";
    return { text: saved, record };
  }

  /** Keeps the record in memory alone where the store cannot or may not have it. */
  function remember(record) {
    memory = JSON.stringify(record);
    if (standing === "kept") standing = "nowhere";
    return false;
  }

  async function attempt(edit) {
    for (let tries = 0; tries < TRIES; tries += 1) {
      const { text, record } = await opened();
      edit(record);
      const isShut = memory !== null || standing === "newer" || standing === "nowhere";
      if (isShut) return remember(record);
      const next = JSON.stringify(record);
      const isKept = next === text || (await store.swap(KEY, next, text));
      if (isKept) return true;
      if (isKept === null) return remember(record);
    }
    return false;
  }

  async function change(edit) {
    const isKept = await queued(() => attempt(edit));
    document.dispatchEvent(new CustomEvent("tot:progress"));
    return isKept;
  }

  async function read() {
    return queued(async () => (await opened()).record);
  }

  /** How it stands with keeping: a broken record is told of once, on the page that met it. */
  async function state() {
    return queued(async () => {
      await opened();
      if (standing === "kept" && !(await store.works())) standing = "nowhere";
      return standing;
    });
  }

  /** Forgets the learner; false where that failed. */
  async function erase() {
    const isGone = await queued(async () => {
      const names = (await store.names()).filter((name) => OF_THE_LEARNER.test(name));
      const removed = await Promise.all(names.map(store.remove));
      memory = null;
      standing = "kept";
      return removed.every(Boolean);
    });
    document.dispatchEvent(new CustomEvent("tot:progress"));
    return isGone;
  }

  window.tot.progress = { change, erase, now, read, state };
})();

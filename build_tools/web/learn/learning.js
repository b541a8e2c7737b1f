// "My learning": saves the progress to a file, loads it, erases it, hands out what was damaged.
// Needs progress.js, progress-record.js and progress-merge.js. Nothing leaves the device by itself.
(function () {
  "use strict";
  const { progress, progressMerge, progressRecord, store } = window.tot;
  const course = document.documentElement.dataset.course;
  const LARGEST_FILE = 4000000;
  const BROKEN = "progress.broken-";
  const part = document.querySelector(".tot-learning");
  const one = (selector) => part.querySelector(selector);
  const words = JSON.parse(one(".tot-learning__data").textContent);
  const told = one(".tot-learning__told");
  const chosen = one("input[type=file]");
  const broken = one(".tot-learning__broken");
  let loaded = null;

  function say(id, values) {
    told.textContent = words[id].replace(/\{(\w+)\}/g, (slot, name) => values[name]);
  }

  /** Shows one question with the focus on its first answer, or none. */
  function ask(name) {
    told.textContent = "";
    part.querySelectorAll("[data-ask]").forEach((group) => {
      group.hidden = group.dataset.ask !== name;
      if (!group.hidden) group.querySelector("button").focus();
    });
  }

  function download(text, name) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    say("tool-saved", { file: name });
  }

  async function save() {
    const text = JSON.stringify(await progress.read(), null, 1) + "\n";
    download(text, `progress-${progress.now().slice(0, 10)}.json`);
  }

  const isUsed = (record) =>
    ["lessons", "items", "tests"].some((kind) => Object.keys(record[kind]).length > 0);

  function open() {
    const [file] = chosen.files;
    chosen.value = "";
    if (!file) return;
    ask("");
    const reader = new FileReader();
    reader.onload = () => look(reader.result);
    reader.onerror = () => say("learning-file-broken");
    if (file.size > LARGEST_FILE) reader.onerror();
    else reader.readAsText(file);
  }

  /** Takes what the file holds at once where nothing here could be lost or mixed up. */
  async function look(text) {
    const { record, fault } = progressRecord.parse(text, course);
    if (fault) return say("learning-file-" + fault);
    loaded = record;
    const here = await progress.read();
    if (isUsed(here) && here.learner !== record.learner) return ask("two");
    return take(progressMerge);
  }

  async function take(join) {
    const isKept = await progress.change((here) => Object.assign(here, join(here, loaded)));
    ask("");
    if (!isKept) return say("learning-not-kept");
    const count = (kind) => Object.keys(loaded[kind]).length;
    const [lessons, items, tests] = ["lessons", "items", "tests"].map(count);
    return say("learning-loaded", { lessons, items, tests });
  }

  async function erase() {
    const isGone = await progress.erase();
    ask("");
    say(isGone ? "learning-erased" : "learning-erase-failed");
    showBroken();
  }

  /** What was set aside, each with its time and what can be done with it. */
  async function showBroken() {
    const names = (await store.names()).filter((name) => name.startsWith(BROKEN)).sort();
    broken.hidden = names.length === 0;
    broken.querySelector("ul").replaceChildren(...names.map(line));
  }

  function line(name) {
    const made = document.createElement("li");
    const button = (word, action) => {
      const pressed = document.createElement("button");
      pressed.type = "button";
      pressed.className = "tot-button";
      pressed.textContent = words[word];
      pressed.addEventListener("click", action);
      return pressed;
    };
    made.append(
      name.slice(BROKEN.length) + " ",
      button("learning-broken-save", async () =>
        download(await store.get(name), name.replace(/:/g, "") + ".json")),
      " ",
      button("learning-broken-remove", async () => { await store.remove(name); showBroken(); }),
    );
    return made;
  }

  const ACTIONS = {
    save, load: () => chosen.click(), erase: () => ask("erase"), "erase-yes": erase,
    both: () => take(progressMerge), replace: () => take((here, file) => file),
    leave: () => ask(""),
  };
  part.addEventListener("click", ({ target }) => {
    const button = target.closest("[data-action]");
    if (button) ACTIONS[button.dataset.action]();
  });
  chosen.addEventListener("change", open);
  // A damaged record is set aside when it is first read.
  progress.read().then(showBroken);
})();

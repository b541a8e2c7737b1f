// tot.store: short texts by name, kept on this device. Nothing here ever rejects or throws.
// A server's pages share localStorage. Browsers may keep a store for each file of a folder, so its
// pages ask store.html, which is always the same file: this script again, in a hidden frame.
(function () {
  "use strict";
  const SLOWEST = 5000;
  const root = document.documentElement.dataset;
  const prefix = root.course + ".";
  const frameUrl = new URL("store.html", document.currentScript.src).href;
  const isFolder = location.protocol === "file:";

  const operations = {
    get: (key) => localStorage.getItem(key),
    set: (key, text) => { localStorage.setItem(key, text); return true; },
    swap: (key, text, old) => operations.get(key) === old && operations.set(key, text),
    remove: (key) => { localStorage.removeItem(key); return true; },
    names: () => Object.keys(localStorage),
  };

  /** {id, value}, or {id, failed} where the browser keeps nothing or has no room. */
  function operate({ id, op, key, text, old }) {
    try {
      return { id, value: operations[op](key, text, old) };
    } catch (error) {
      return { id, failed: true };
    }
  }

  /** What store.html does: it answers the page that it stands in, and on a server nobody. */
  function serve() {
    if (!isFolder || parent === window) return;
    window.addEventListener("message", (event) => {
      const { source, data } = event;
      if (source !== parent || !data || !Object.hasOwn(operations, data.op)) return;
      parent.postMessage(operate(data), "*");
    });
  }
  if ("store" in root) { serve(); return; }

  const waiting = new Map();
  let last = 0;
  function open(done) {
    const frame = document.createElement("iframe");
    frame.hidden = true;
    frame.title = "store";
    frame.src = frameUrl;
    frame.addEventListener("load", () => done(frame.contentWindow));
    window.addEventListener("message", ({ source, data }) => {
      if (source !== frame.contentWindow || !waiting.has(data.id)) return;
      waiting.get(data.id)(data);
      waiting.delete(data.id);
    });
    document.body.append(frame);
  }
  const bridge = isFolder ? new Promise(open) : null;

  function ask(op, name, text, old) {
    const asked = { id: last += 1, op, key: prefix + name, text, old };
    if (!bridge) return Promise.resolve(operate(asked));
    return new Promise((done) => {
      waiting.set(asked.id, done);
      setTimeout(() => done({ failed: true }), SLOWEST);
      bridge.then((frame) => frame.postMessage(asked, "*"));
    });
  }

  // Once reading fails, what is kept is unknown: nothing may be written over it.
  let isLost = false;

  async function get(name) {
    const { value, failed } = await ask("get", name);
    isLost = isLost || Boolean(failed);
    return failed ? null : value;
  }

  async function write(op, name, text, old) {
    if (isLost) return null;
    const { value, failed } = await ask(op, name, text, old);
    return failed ? null : value;
  }
  const set = async (name, text) => (await write("set", name, text)) === true;
  const remove = async (name) => (await write("remove", name)) === true;

  async function names() {
    const { value, failed } = await ask("names", "");
    const own = failed ? [] : value.filter((key) => key.startsWith(prefix));
    return own.map((key) => key.slice(prefix.length));
  }

  let tried = null;
  async function tryOut() {
    const isThere = (await set("works", "yes")) && (await get("works")) === "yes";
    await remove("works");
    return isThere;
  }

  globalThis.tot = globalThis.tot || {};
  globalThis.tot.store = {
    get, set, remove, names,
    works: () => (tried = tried || tryOut()),
    /** True: kept in place of `old`; false: something else stands there by now; null: not kept. */
    swap: (name, text, old) => write("swap", name, text, old),
  };
})();

/* The window of the search: loads what it needs, asks search.js, and shows what was found. */
(function () {
  "use strict";
  const button = document.querySelector(".tot-header__search");
  const language = document.documentElement.lang;
  const assets = document.currentScript.src.replace(/[^/]*$/, "");
  const site = assets.replace(/assets\/tot\/$/, "");
  const PAGES = 20, SECTIONS = 3, BEFORE = 40, LONG = 220;
  const FOREIGN = language === "lo"
    ? /[A-Za-z][\w'’.-]*(?:,? [A-Za-z][\w'’.-]*)+/g
    : /[\u0e80-\u0eff]+(?:[ ,]+[\u0e80-\u0eff]+)*/g;
  let words = null, index = null, state = "empty", waiting = 0;

  /** An element with its attributes and what stands in it. */
  function make(tag, attributes, ...inside) {
    const node = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) if (value) node.setAttribute(name, value);
    node.append(...inside);
    return node;
  }
  const said = (name, values) => words[name].replace(/\{(\w+)\}/g, (_, slot) => values[slot]);

  const input = make("input", { type: "search", autocomplete: "off", autocapitalize: "off", spellcheck: "false", enterkeyhint: "search", "aria-labelledby": "tot-search-title" });
  const close = make("button", { type: "button", class: "tot-search__close", "aria-label": button.dataset.close });
  close.innerHTML = '<svg viewBox="0 0 24 24" aria-hidden="true"><path d="m6 6 12 12M18 6 6 18"/></svg>';
  const status = make("p", { class: "tot-search__status", role: "status" });
  const also = make("div", { class: "tot-search__also" });
  const results = make("div", { class: "tot-search__results" });
  const form = make("form", { role: "search", "aria-labelledby": "tot-search-title" },
    make("h2", { id: "tot-search-title" }, button.getAttribute("aria-label")), close, input);
  const box = make("dialog", { class: "tot-search", "aria-labelledby": "tot-search-title" }, form, status, also, results);
  document.body.append(box);

  /* Loading: one script after the other, the data last. */
  function load() {
    if (state === "loading" || state === "ready") return;
    state = "loading";
    status.textContent = button.dataset.loading;
    for (const address of [assets + "lao.js", assets + "search.js", `${site}search/${language}.js`]) {
      const script = make("script", { src: address });
      script.async = false;
      script.onerror = () => { state = "failed"; status.textContent = button.dataset.failed; };
      document.body.append(script);
    }
  }
  function data(given) {
    words = given.words;
    index = globalThis.tot.search.prepare(given);
    state = "ready";
    show();
  }

  function open() {
    if (box.open) return;
    const typed = new URLSearchParams(location.search).get("q");
    if (typed && !input.value) input.value = typed;
    box.showModal();
    button.setAttribute("aria-expanded", "true");
    input.focus();
    input.select();
    load();
  }
  box.addEventListener("close", () => {
    button.setAttribute("aria-expanded", "false");
    button.focus();
  });
  close.addEventListener("click", () => box.close());
  box.addEventListener("click", (event) => { if (event.target === box || event.target.closest("a")) box.close(); });

  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(show, 120);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    show();
    move(1);
  });
  box.addEventListener("keydown", (event) => {
    const way = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (way && move(way)) event.preventDefault();
  });
  /** True if the focus went to the next or the last link, or back to the field. */
  function move(way) {
    const stops = [input, ...results.querySelectorAll("a, button")];
    const next = stops[stops.indexOf(document.activeElement) + way];
    if (next) next.focus();
    return Boolean(next);
  }

  function ask(query) {
    input.value = query;
    show();
    input.focus();
  }

  /* What was found. */
  function show() {
    if (state !== "ready") return load();
    const query = input.value.trim();
    also.replaceChildren();
    results.replaceChildren();
    if (query.length < 2) {
      status.textContent = words["search-lead"];
      return;
    }
    const found = globalThis.tot.search.search(index, query);
    const count = found.results.length;
    status.textContent = said(count === 0 ? "search-none" : count === 1 ? "search-found-one" : "search-found", { n: count, query });
    tellNames(found.terms);
    if (count) results.append(make("ul", { class: "tot-search__pages" }));
    if (count) showPages(found, 0);
    else suggest(query, found.terms);
  }

  /** Nothing; says which other names were searched for, with the glossary entry that says so. */
  function tellNames(terms) {
    const entries = index.pages.filter((page) => page.isGlossary).flatMap((page) => page.entries.map((entry) => [page, entry]));
    for (const term of terms) {
      const others = term.forms.filter((one) => one.shown).map((one) => one.shown);
      if (!others.length) continue;
      const line = make("p", {}, said("search-also", { list: "" }));
      line.append(...spoken(others.join(", ")));
      for (const name of term.names) {
        const known = entries.find(([, entry]) => entry.id && entry.id === name.entry);
        if (known) line.append(" · ", make("a", { href: address(known[0], known[1], "", []) }, `${known[0].title}: `, ...spoken(known[1].heading)));
      }
      also.append(line);
    }
  }

  function showPages(found, from) {
    const list = results.querySelector("ul");
    list.append(...found.results.slice(from, from + PAGES).map((result) => showPage(result, found.terms)));
    if (found.results.length <= from + PAGES) return;
    const more = make("button", { type: "button", class: "tot-search__more" }, words["search-more"]);
    more.addEventListener("click", () => {
      const last = list.lastElementChild;
      more.remove();
      showPages(found, from + PAGES);
      last.nextElementSibling.querySelector("a").focus();
    });
    results.append(more);
  }

  function showPage({ page, sections }, terms) {
    const texts = page.entries.flatMap((entry) => [entry.heading, entry.text]);
    const forms = terms.flatMap((term) => term.forms)
      .filter((one) => texts.some((text) => globalThis.tot.search.stretches(text, [one]).length));
    const top = page.entries[0];
    const item = make("li", { lang: page.language },
      make("a", { class: "tot-search__page", href: address(page, top, input.value, forms) }, ...marked(page.title, forms)));
    if (sections[0] === top) item.append(make("p", {}, ...marked(snippet(top.text, forms), forms)));
    const parts = sections.filter((entry) => entry !== top).slice(0, SECTIONS);
    if (parts.length) item.append(make("ul", {}, ...parts.map((entry) => showSection(page, entry, forms))));
    return item;
  }

  function showSection(page, entry, forms) {
    const text = marked(snippet(entry.text, forms), forms);
    const link = make("a", { href: address(page, entry, input.value, forms) }, ...(entry.heading ? marked(entry.heading, forms) : text));
    return make("li", {}, link, ...(entry.heading ? [make("p", {}, ...text)] : []));
  }

  function address(page, entry, query, forms) {
    const marks = forms.map((one) => `&m=${encodeURIComponent(one.text)}`).join("");
    return `${site}${page.path}${marks && `?q=${encodeURIComponent(query)}${marks}`}${entry.id && `#${entry.id}`}`;
  }

  /** The part of a text round its first hit, cut at blanks. */
  function snippet(text, forms) {
    const [first] = globalThis.tot.search.stretches(text, forms);
    if (text.length <= LONG) return text;
    let from = Math.max(0, (first ? first[0] : 0) - BEFORE), to = Math.min(text.length, from + LONG);
    const blank = from && text.indexOf(" ", from);
    if (blank && blank < first[0]) from = blank + 1;
    const last = text.lastIndexOf(" ", to);
    if (to < text.length && last > (first ? first[1] : from)) to = last;
    return `${from ? "… " : ""}${text.slice(from, to)}${to < text.length ? " …" : ""}`;
  }

  /** A text with the forms marked in it. */
  function marked(text, forms) {
    const made = [];
    let done = 0;
    for (const [from, to] of globalThis.tot.search.stretches(text, forms)) {
      made.push(...spoken(text.slice(done, from)), make("mark", {}, ...spoken(text.slice(from, to))));
      done = to;
    }
    return [...made, ...spoken(text.slice(done))];
  }

  /** A text whose words in the other language say so. */
  function spoken(text) {
    const made = [];
    let done = 0;
    for (const match of text.matchAll(FOREIGN)) {
      made.push(text.slice(done, match.index), make("span", { lang: language === "lo" ? "en" : "lo" }, match[0]));
      done = match.index + match[0].length;
    }
    return [...made, text.slice(done)].filter((piece) => piece !== "");
  }

  /* What else to try where nothing was found. */
  function suggest(query, terms) {
    const alone = terms.length > 1 ? terms.map((term) => term.typed) : [];
    const cut = terms.map((term) => globalThis.tot.search.pieces(index, term.typed).join(" ") || term.typed).join(" ");
    const parts = [cut, ...alone].filter((one) => one !== query && globalThis.tot.search.search(index, one).results.length);
    const names = globalThis.tot.search.nearest(index, query);
    offer(terms.length > 1 ? "search-none-together" : "search-try-parts", parts);
    offer("search-try-terms", names);
    if (!parts.length && !names.length) results.append(make("p", {}, words["search-spelling"]));
  }
  function offer(lead, queries) {
    if (!queries.length) return;
    const items = Array.from(new Set(queries), (query) => {
      const choice = make("button", { type: "button" }, ...spoken(query));
      choice.addEventListener("click", () => ask(query));
      return make("li", {}, choice);
    });
    results.append(make("p", {}, words[lead]), make("ul", { class: "tot-search__try" }, ...items));
  }

  window.totSearch = { open, data };
})();

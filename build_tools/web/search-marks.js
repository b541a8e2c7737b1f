/* Marks the words of a search on the page that was found, until the reader takes the marks away. */
(function () {
  "use strict";
  const INLINE = "a, abbr, b, cite, code, em, i, mark, q, small, span, strong, sub, sup";
  const SILENT = "script, style, svg, select, textarea, button, template, .tot-cite, .tot-hidden, .tot-item__answer, .tot-sorting__key";
  const { lower, stretches } = globalThis.tot.search;
  const article = document.querySelector(".md-content__inner");
  const button = document.querySelector(".tot-header__search");
  const forms = new URLSearchParams(location.search).getAll("m").filter(Boolean).map((text) => ({ text: lower(text) }));

  /** The nodes of text in each block, for words may go on from one into the next. */
  function blocks() {
    const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT), found = new Map();
    while (walker.nextNode()) {
      let block = walker.currentNode.parentElement;
      if (block.closest(SILENT)) continue;
      while (block.matches(INLINE)) block = block.parentElement;
      found.set(block, [...(found.get(block) || []), walker.currentNode]);
    }
    return Array.from(found.values());
  }

  function mark(nodes, wanted) {
    let length = 0;
    const held = nodes.map((node) => ({ node, from: length, to: (length += node.data.length) }));
    const text = nodes.map((node) => node.data).join("").replace(/\s/g, " ");
    // From the end, so that what is cut off a node never moves what is still to be marked.
    for (const [from, to] of stretches(text, wanted).reverse()) {
      for (const one of held) {
        if (from < one.to && to > one.from) wrap(one.node, Math.max(from, one.from) - one.from, Math.min(to, one.to) - one.from);
      }
    }
  }
  function wrap(node, from, to) {
    const part = document.createElement("mark");
    const words = node.splitText(from);
    words.splitText(to - from);
    words.replaceWith(part);
    part.append(words);
  }

  const follows = (one, other) => Boolean(one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING);

  /** Nothing; shows the first mark of the part that was found, and opens what hides it. */
  function reach(marks) {
    const target = document.getElementById(location.hash.slice(1));
    const after = target && marks.find((one) => follows(target, one));
    if (!after) return; // the words may stand in a drawing, where nothing can be marked
    const headings = Array.from(article.querySelectorAll("h2[id], h3[id], h4[id]"));
    if (headings.some((one) => !target.contains(one) && follows(target, one) && follows(one, after))) return;
    for (let fold = after.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    const place = after.getBoundingClientRect();
    if (place.bottom > innerHeight || place.top < 0) after.scrollIntoView({ block: "center" });
  }

  /** Nothing; offers to take the marks away. */
  function offer(marks) {
    const away = document.createElement("button");
    away.type = "button";
    away.className = "tot-unmark";
    away.textContent = button.dataset.unmark;
    away.addEventListener("click", () => {
      for (const one of marks) {
        const around = one.parentNode;
        one.replaceWith(...one.childNodes);
        around.normalize();
      }
      away.remove();
      const place = document.getElementById(location.hash.slice(1)) || article.querySelector("h1");
      place.tabIndex = -1;
      place.focus({ preventScroll: true });
    });
    document.body.append(away);
  }

  for (const wanted of [forms, forms.map((one) => ({ ...one, anywhere: true }))]) {
    if (!article.querySelector("mark")) blocks().forEach((nodes) => mark(nodes, wanted));
  }
  const marks = Array.from(article.querySelectorAll("mark"));
  if (marks.length) offer(marks);
  reach(marks);
})();

/* What a page shows, for bench/linebreaks.py: runs of text with the places where its lines end. */
(function () {
  "use strict";
  const NOT_A_START = /[\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ecd\s]/;
  const range = document.createRange();
  for (const details of document.querySelectorAll("details")) details.open = true;

  function rectsOf(node, start, end) {
    range.setStart(node, start);
    range.setEnd(node, end);
    return [...range.getClientRects()].filter((one) => one.width && one.height);
  }

  function blockOf(node) {
    let element = node.parentElement;
    while (getComputedStyle(element).display === "inline") element = element.parentElement;
    return element;
  }

  const isBelow = (rect, other) => rect.top > other.top + 3 && rect.left < other.left;

  /** Adds the line ends of a text node to its run; a node on the line so far is not read by letters. */
  function readLines(node, run) {
    const rects = rectsOf(node, 0, node.length);
    if (!rects.length) return;
    if (rects.length > 1 || (run.last && isBelow(rects[0], run.last))) {
      for (let place = 0; place < node.length; place += 1) {
        if (NOT_A_START.test(node.data[place])) continue;
        const [rect] = rectsOf(node, place, place + 1);
        if (!rect) continue;
        if (run.last && isBelow(rect, run.last)) run.ends.push(run.text.length + place);
        run.last = rect;
      }
    } else run.last = rects[0];
  }

  window.lineEnds = function () {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    const runs = [];
    let run = null;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.nodeName === "BR") run = null;
      if (node.nodeType !== Node.TEXT_NODE || node.parentElement.closest("header,script,style,svg,select")) continue;
      const block = blockOf(node);
      if (!run || run.block !== block) runs.push(run = { block, text: "", ends: [], last: null });
      readLines(node, run);
      run.text += node.data;
    }
    return runs.filter((one) => one.ends.length).map(({ text, ends }) => [text, ends]);
  };

  /** Takes the spans away, as if the page had been made without them. */
  window.withoutSpans = function () {
    for (const span of document.querySelectorAll("span.n")) span.replaceWith(...span.childNodes);
    document.body.normalize();
  };

  /** Spans that stick out of their block, save text for screen readers alone, which is 1 px wide. */
  window.spilled = () => [...document.querySelectorAll("span.n")].filter((span) => {
    const block = blockOf(span.firstChild);
    const room = block.getBoundingClientRect();
    return room.width > 1 && span.getBoundingClientRect().right > room.right + 2;
  }).map((span) => span.textContent);

  /** Spans that a flexible box or grid would take for a child of its own. */
  window.straySpans = () => [...document.querySelectorAll("span.n")].filter((span) =>
    /flex|grid/.test(getComputedStyle(span.parentElement).display)
    && span.parentElement.childNodes.length > 1).map((span) => span.parentElement.outerHTML);
})();

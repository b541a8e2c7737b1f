/* What axe does not see, asked of an open page; each function gives a list of what is wrong. */
(function () {
  "use strict";
  var SHOWN = { checkOpacity: true, checkVisibilityCSS: true };
  var TARGETS = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']";

  function shown(one) { return one.checkVisibility(SHOWN) && !one.closest("[inert]"); }
  function named(one) {
    var text = (one.textContent || one.getAttribute("aria-label") || "").trim().replace(/\s+/g, " ");
    return one.tagName.toLowerCase() + "." + (one.getAttribute("class") || "") + " " + text.slice(0, 50);
  }
  function all(selector) { return Array.prototype.filter.call(document.querySelectorAll(selector), shown); }

  /* Colours, one over the other. */
  function colour(text) {
    var found = text.match(/[\d.]+/g) || [0, 0, 0, 0];
    return [+found[0], +found[1], +found[2], found.length > 3 ? +found[3] : 1];
  }
  function over(top, under) {
    return [0, 1, 2].map(function (n) { return top[n] * top[3] + under[n] * (1 - top[3]); }).concat(1);
  }
  function ground(one) {
    if (!one) return [255, 255, 255, 1];
    var own = colour(getComputedStyle(one).backgroundColor);
    return own[3] === 1 ? own : over(own, ground(one.parentElement));
  }
  function light(rgb) {
    var part = rgb.slice(0, 3).map(function (v) {
      v /= 255;
      return v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
    });
    return 0.2126 * part[0] + 0.7152 * part[1] + 0.0722 * part[2];
  }
  function contrast(one, two) {
    var a = light(one), b = light(two);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  /* Every text against what lies under it; words in drawings against the shape under their middle. */
  function lowContrast() {
    var walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), wrong = [], node;
    while ((node = walker.nextNode())) {
      var one = node.parentElement;
      if (!node.data.trim() || one.closest("script, style, title, desc, option, .tot-hidden") || !shown(one)) continue;
      var style = getComputedStyle(one), drawn = one.closest("svg");
      var under = drawn ? shapeUnder(one, drawn) : ground(one);
      var ink = over(colour(drawn ? style.fill : style.color), under);
      var size = parseFloat(style.fontSize), large = size >= 24 || (size >= 18.66 && +style.fontWeight >= 700);
      var ratio = contrast(ink, under);
      if (ratio < (large ? 3 : 4.5)) wrong.push(ratio.toFixed(2) + " " + named(one));
    }
    return wrong;
  }
  function shapeUnder(text, drawing) {
    text.scrollIntoView({ block: "center" });
    var box = text.getBoundingClientRect();
    var under = document.elementsFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    var shape = under.find(function (one) {
      return drawing.contains(one) && one !== drawing && !one.closest("text") && getComputedStyle(one).fill !== "none";
    });
    return shape ? over(colour(getComputedStyle(shape).fill), ground(drawing)) : ground(drawing);
  }

  /* Targets: 24 by 24 pixels, or so far from others that a circle of 24 meets none, or part of a sentence. */
  function place(one) {
    var label = one.matches("input[type=radio], input[type=checkbox]") && one.closest("label");
    var after = getComputedStyle(one, "::after");
    if (after.position === "absolute" && after.content !== "none") one = one.closest(".tot-card") || one;
    return (label || one).getBoundingClientRect();
  }
  function inSentence(one) {
    if (getComputedStyle(one).display !== "inline") return false;
    var block = one.parentElement;
    while (getComputedStyle(block).display === "inline") block = block.parentElement;
    var links = Array.prototype.map.call(block.querySelectorAll("a"), function (a) { return a.textContent; });
    return block.textContent.trim().length > links.join("").trim().length;
  }
  function near(small, other) {
    var x = small.left + small.width / 2, y = small.top + small.height / 2;
    var dx = Math.max(other.left - x, 0, x - other.right), dy = Math.max(other.top - y, 0, y - other.bottom);
    var isSmall = other.width < 24 || other.height < 24;
    var between = Math.hypot(other.left + other.width / 2 - x, other.top + other.height / 2 - y);
    return Math.hypot(dx, dy) < 12 || (isSmall && between < 24);
  }
  function smallTargets() {
    var targets = all(TARGETS).map(function (one) { return { one: one, box: place(one) }; });
    return targets.filter(function (target) {
      if (target.box.width >= 23.9 && target.box.height >= 23.9) return false;
      if (inSentence(target.one)) return false;
      return targets.some(function (other) {
        return other !== target && !target.one.contains(other.one) && near(target.box, other.box);
      });
    }).map(function (target) { return Math.round(target.box.height) + " px: " + named(target.one); });
  }
  function lowControls(selector) {
    return all(selector).filter(function (one) {
      var box = place(one);
      return box.width > 0 && (box.height < 43.5 || box.width < 43.5);
    }).map(function (one) { return Math.round(place(one).height) + " px: " + named(one); });
  }

  /* Focus: an outline that stands out by 3:1, on something that nothing covers. */
  function outlined(one, pseudo) {
    var style = getComputedStyle(one, pseudo);
    if (pseudo && style.content === "none") return false;
    if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2) return false;
    return contrast(over(colour(style.outlineColor), ground(one.parentElement)), ground(one.parentElement)) >= 3;
  }
  function uncovered(one) {
    var card = getComputedStyle(one, "::after").position === "absolute", parts = [0.1, 0.5, 0.9];
    var boxes = card || one.matches("input") ? [place(one)] : Array.from(one.getClientRects());
    return boxes.some(function (box) {
      var top = Math.max(box.top, 0), bottom = Math.min(box.bottom, innerHeight);
      return parts.some(function (x) {
        return parts.some(function (y) {
          var seen = document.elementFromPoint(box.left + box.width * x, top + (bottom - top) * y);
          return seen && (one.contains(seen) || seen.contains(one));
        });
      });
    });
  }
  function badFocus() {
    var wrong = [], list = all(TARGETS);
    function visit(one) {
      one.focus();
      if (document.activeElement !== one) return;
      if (!outlined(one) && !outlined(one, "::after")) wrong.push("no outline: " + named(one));
      if (!uncovered(one)) wrong.push("covered: " + named(one));
    }
    list.forEach(visit);
    list.reverse().forEach(visit);
    return Array.from(new Set(wrong));
  }

  /* Room: nothing wider than the window but tables and figures that scroll by themselves and take focus. */
  function tooWide() {
    var wrong = [], root = document.documentElement;
    if (root.scrollWidth > innerWidth) {
      all("body *").forEach(function (one) {
        if (one.getBoundingClientRect().right > innerWidth + 1 && !one.closest(".tot-table")) wrong.push("wide: " + named(one));
      });
      wrong = ["page " + root.scrollWidth + " px"].concat(wrong.slice(-3));
    }
    return wrong.concat(cut());
  }
  function cut() {
    var wrong = [];
    all("body *").forEach(function (one) {
      var style = getComputedStyle(one), box = one.getBoundingClientRect();
      /* The first lines of a text that stands whole on the page it leads to may end in dots. */
      if (box.width <= 1 || one.closest("svg, .tot-hidden, .tot-card__start")) return;
      var wide = one.scrollWidth > one.clientWidth + 1, high = one.scrollHeight > one.clientHeight + 1;
      if (style.overflowX === "auto" && wide && one.tabIndex < 0) wrong.push("scrolls without focus: " + named(one));
      if ((style.overflowX === "hidden" && wide) || (style.overflowY === "hidden" && high)) wrong.push("cut: " + named(one));
    });
    return wrong;
  }

  function moving() {
    return all("*").filter(function (one) {
      return [null, "::before", "::after"].some(function (part) {
        var style = getComputedStyle(one, part);
        return parseFloat(style.transitionDuration) > 0 || style.animationName !== "none" || style.scrollBehavior === "smooth";
      });
    }).map(named);
  }
  /* Controls that a reader with colours of his own could not tell from text: no edge, no underline. */
  function edgeless() {
    return all("main button, main select, main input, main textarea, .tot-button").filter(function (one) {
      var style = getComputedStyle(one);
      return parseFloat(style.borderTopWidth) === 0 && style.textDecorationLine === "none" && !/radio|checkbox/.test(one.type);
    }).map(named);
  }
  /* Text that neither stands on the page nor in a part that a reader can open. */
  function unreachable() {
    var walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT), wrong = [], node;
    while ((node = walker.nextNode())) {
      var one = node.parentElement;
      if (!node.data.trim() || one.closest("script, style, template, svg, option, [hidden], .tot-js, .tot-wide, .tot-tall, .tot-paper")) continue;
      if (!one.checkVisibility()) wrong.push(named(one));
    }
    return wrong;
  }

  window.a11y = {
    lowContrast: lowContrast, smallTargets: smallTargets, lowControls: lowControls, badFocus: badFocus,
    tooWide: tooWide, moving: moving, edgeless: edgeless, unreachable: unreachable
  };
})();

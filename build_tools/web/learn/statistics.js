// What the results of a class say; pure. A row is one learner's {marks: {pre: {item: mark} or null,
// post: ...}}, a mark 0 to 1. Where nothing can be said, the answer is null. The office's side works
// out the same numbers.
(function () {
  "use strict";
  /** Learners below which figures of items are uncertain, and below which discrimination means nothing. */
  const FEW = 20;
  const TOO_FEW = 10;
  /** Discrimination under which an item is worth a second look. */
  const WEAK = 0.1;
  const FORMS = ["pre", "post"];

  function sum(values) {
    return values.reduce((total, value) => total + value, 0);
  }

  function mean(values) {
    return values.length ? sum(values) / values.length : null;
  }

  /** A learner's mean mark of one form, over the items that `isOf` takes; null if there are none. */
  function score(marks, isOf = () => true) {
    return marks ? mean(Object.keys(marks).filter(isOf).map((item) => marks[item])) : null;
  }

  /** (after - before) / (1 - before): the share of what was missing that was gained. */
  function gain(before, after) {
    return before === null || before === 1 ? null : (after - before) / (1 - before);
  }

  /** Of pairs {pre, post}: mean and n of each form, and both means with the gain over those with both. */
  function summary(pairs) {
    const of = (form, some) => some.map((pair) => pair[form]).filter((value) => value !== null);
    const both = pairs.filter((pair) => pair.pre !== null && pair.post !== null);
    const [pre, post] = FORMS.map((form) => mean(of(form, both)));
    const made = { n: pairs.length, both: { n: both.length, pre, post, gain: gain(pre, post) } };
    for (const form of FORMS) {
      const values = of(form, pairs);
      made[form] = { n: values.length, mean: mean(values) };
    }
    return made;
  }

  /** Each row's mean marks before and after, as pairs for `summary`. */
  function pairs(rows, isOf) {
    return rows.map(({ marks }) => ({ pre: score(marks.pre, isOf), post: score(marks.post, isOf) }));
  }

  /** A summary for each part (objective, module) of the items, as [{id, ...summary}]. */
  function parts(rows, partOf) {
    const asked = new Set(rows.flatMap(({ marks }) =>
      FORMS.flatMap((form) => Object.keys(marks[form] || {}))));
    const ids = new Set([...asked].map(partOf));
    return [...ids].map((id) => ({ id, ...summary(pairs(rows, (item) => partOf(item) === id)) }));
  }

  /** The mean that says how well a part is known now: after the training, else before it. */
  function standing(part) {
    return part.post.mean === null ? part.pre.mean : part.post.mean;
  }

  /** Parts by what is known of them, the weakest first. */
  function weakestFirst(some) {
    return some.slice().sort((a, b) => standing(a) - standing(b) || (a.id < b.id ? -1 : 1));
  }

  /** Pearson's correlation of two equally long lists; null where one of them does not vary. */
  function correlation(xs, ys) {
    const [mx, my] = [mean(xs), mean(ys)];
    const xx = sum(xs.map((x) => (x - mx) ** 2));
    const yy = sum(ys.map((y) => (y - my) ** 2));
    // Equal marks added in another order differ in their last digit.
    if (xx < 1e-12 || yy < 1e-12) return null;
    return sum(xs.map((x, index) => (x - mx) * (ys[index] - my))) / Math.sqrt(xx * yy);
  }

  /** Every item of a form: n, difficulty (mean mark), discrimination (its mark with the rest's mean). */
  function items(rows, form) {
    const forms = rows.map(({ marks }) => marks[form]).filter((marks) => marks);
    const ids = new Set(forms.flatMap((marks) => Object.keys(marks)));
    return [...ids].map((id) => {
      const answered = forms.filter((marks) => id in marks);
      const own = answered.map((marks) => marks[id]);
      const others = answered.map((marks) => score(marks, (item) => item !== id));
      const alone = others.includes(null);
      return {
        id, n: own.length, difficulty: mean(own),
        discrimination: alone ? null : correlation(own, others),
      };
    });
  }

  globalThis.tot = globalThis.tot || {};
  globalThis.tot.statistics = {
    FEW, TOO_FEW, WEAK, mean, score, gain, summary, pairs, parts, standing, weakestFirst,
    correlation, items,
  };
  if (typeof module === "object") module.exports = globalThis.tot.statistics;
})();

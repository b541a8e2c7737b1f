// Writes one deck with PptxGenJS from the content that `python -m bench.decks` hands over:
// node decks_pptxgenjs.js FOLDER CONTENT.json OUT.pptx, where FOLDER holds node_modules/pptxgenjs.
"use strict";
const fs = require("fs");
const [folder, content, out] = process.argv.slice(2);
const PptxGenJS = require(require.resolve("pptxgenjs", { paths: [folder] }));

const deck = new PptxGenJS();
const { lang, slides } = JSON.parse(fs.readFileSync(content, "utf8"));
const area = { x: 0.65, y: 1.72, w: 12.03, h: 5.08 };
const font = { fontFace: lang === "lo-LA" ? "Phetsarath OT" : "Calibri", lang };

deck.layout = "LAYOUT_WIDE";
deck.defineSlideMaster({
  title: "CONTENT",
  objects: [
    { placeholder: { options: { name: "title", type: "title", x: 0.65, y: 0.42, w: 12.03, h: 1.05, fontSize: 32, bold: true }, text: "" } },
    { placeholder: { options: { name: "body", type: "body", ...area, fontSize: 22 }, text: "" } },
  ],
  slideNumber: { x: 12.1, y: 7.0, fontSize: 12 },
});

function addChart(slide, made) {
  const kind = made.kind === "line" ? deck.charts.LINE : deck.charts.BAR;
  const data = made.series.map(([name, values]) => ({ name, labels: made.names, values }));
  slide.addChart(kind, data, {
    ...area,
    altText: made.alt,
    barDir: made.kind === "bar" ? "bar" : "col",
    barGrouping: made.kind === "stacked" ? "stacked" : "clustered",
    showValue: made.kind !== "line",
    showLegend: made.series.length > 1,
    catAxisLabelFontSize: 16,
    valAxisLabelFontSize: 16,
    dataLabelFontSize: 16,
    legendFontSize: 16,
  });
}

function addDiagram(slide, boxes, [width, height]) {
  const scale = Math.min(area.w / width, area.h / height);
  for (const { at, text } of boxes) {
    const [x, y, w, h] = at.map((one) => one * scale);
    slide.addText(text, {
      shape: deck.shapes.RECTANGLE, x: area.x + x, y: area.y + y, w, h,
      line: { color: "0B6E6E" }, fontSize: 16, align: "center", ...font,
    });
  }
}

for (const made of slides) {
  const slide = deck.addSlide({ masterName: "CONTENT" });
  slide.addText([{ text: made.title, options: font }], { placeholder: "title" });
  if (made.points.length) {
    const points = made.points.map(([level, text]) => (
      { text, options: { bullet: true, indentLevel: level, breakLine: true, ...font } }
    ));
    slide.addText(points, { placeholder: "body" });
  }
  if (made.table.length) {
    const rows = made.table.map((row) => row.map((text) => ({ text, options: font })));
    slide.addTable(rows, { ...area, fontSize: 18, border: { pt: 1, color: "808080" } });
  }
  if (made.chart) addChart(slide, { ...made.chart, alt: made.alt });
  if (made.diagram) addDiagram(slide, made.diagram, made.size);
  if (made.notes.length) slide.addNotes(made.notes.join("\n"));
}
deck.writeFile({ fileName: out });

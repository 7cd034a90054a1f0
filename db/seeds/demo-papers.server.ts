import PDFDocument from "pdfkit";
import { beats } from "./demo-developments.ts";
import type { Work } from "./demo-works.ts";

const INK = "#0c2b36";
const SEA = "#0f5c6e";
const KEY = "#e3b650";

/** A pitch deck of a few pages, 16:9, drawn on the spot. */
export function deckOf(work: Work): Promise<Buffer> {
  const pages = [
    ["The idea", work.lineEn],
    ["Why now", "The coast is changing faster than its stories. People here want to see themselves on a screen."],
    ["For whom", "Audiences between twenty and forty-five who watch on large screens and talk about it on small ones."],
    ["How", "A crew of nineteen, six weeks, natural light; post-production in Qingdao."],
    ["What we have", "A finished script, two locations, a composer, and one third of the budget."],
    ["What we look for", "A co-producer, a sound house, and somebody who says no at the right moment."],
  ] as const;
  return draw([960, 540], (paper) => {
    cover(paper, work, 960, 540);
    for (const [title, text] of pages) {
      paper.addPage();
      paper.rect(0, 0, 960, 540).fill("#fbfaf6");
      paper.rect(0, 470, 960, 70).fill("#d7ebe8");
      paper.rect(0, 470, 960, 2).fill(KEY);
      paper.fillColor(SEA).font("Times-Roman").fontSize(40).text(title, 80, 90);
      paper.fillColor(INK).font("Helvetica").fontSize(22).text(text, 80, 170, { width: 760, lineGap: 8 });
    }
  });
}

/** A text document of some pages: a treatment, a script, a letter. */
export function textOf(work: Pick<Work, "en" | "lineEn">, title: string, pages: number): Promise<Buffer> {
  return draw([595, 842], (paper) => {
    for (let page = 1; page <= pages; page++) {
      if (page > 1) paper.addPage();
      paper.fillColor(SEA).font("Times-Roman").fontSize(22).text(`${work.en}: ${title}`, 72, 72, { width: 450 });
      paper.fillColor(INK).font("Helvetica").fontSize(11);
      if (page === 1) paper.moveDown(1).text(work.lineEn, { width: 450, lineGap: 4 });
      for (let paragraph = 0; paragraph < 6; paragraph++)
        paper.moveDown(1).text(`${page}.${paragraph + 1}  ${beats[(page + paragraph) % beats.length]}`, {
          width: 450,
          lineGap: 4,
        });
      paper.fontSize(9).text(`${page} / ${pages}`, 72, 780, { lineBreak: false });
    }
  });
}

type Paper = PDFKit.PDFDocument;

function cover(paper: Paper, work: Work, width: number, height: number) {
  paper.rect(0, 0, width, height).fill(INK);
  paper.rect(0, height * 0.62, width, height * 0.38).fill(SEA);
  paper.rect(0, height * 0.62, width, 2).fill(KEY);
  paper
    .fillColor("#fbfaf6")
    .font("Times-Roman")
    .fontSize(56)
    .text(work.en, 80, 150, { width: width - 160 });
  paper.fontSize(20).text(work.lineEn, 80, height * 0.7, { width: width - 160 });
}

function draw(size: [number, number], fill: (paper: Paper) => void): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const paper = new PDFDocument({ size, margin: 0, autoFirstPage: true });
    const chunks: Buffer[] = [];
    paper.on("data", (chunk: Buffer) => chunks.push(chunk));
    paper.on("end", () => resolve(Buffer.concat(chunks)));
    paper.on("error", reject);
    fill(paper);
    paper.end();
  });
}

import { catalogue } from "../text.ts";

/** The printed receipt and the page where anybody can check one. */
export const receipt = catalogue(
  {
    "paper.title": "Receipt",
    "paper.lead": "This entry was received whole and sealed. Nobody can change it; a new version gets a new receipt.",
    "paper.answers": "What was handed in",
    "paper.files": "Files",
    "paper.no-files": "No files belong to this entry.",
    "paper.check": "Anybody can check this receipt here, by its number and hash:",
    "paper.signs":
      "Characters that this paper cannot print stand as their code in brackets, as [U+20BB7]. They are sealed as they were typed.",
    "paper.page": "{number} · page {page} of {pages}",
    "paper.get": "Download as PDF",

    "verify.title": "Check a receipt",
    "verify.lead": "Whoever was given a receipt can check here that it is genuine. Nothing else of the entry is shown.",
    "verify.number": "Receipt number",
    "verify.number-hint": "As it stands on the receipt, for example film-2027-A-0001-1-9F2C41",
    "verify.hash": "Hash of the whole (SHA-256)",
    "verify.hash-hint": "64 characters from 0 to 9 and a to f",
    "verify.button": "Check",
    "verify.genuine": "This receipt is genuine",
    "verify.sealed": "What it stands for was received and sealed at {time}, and is unchanged.",
    "verify.unknown": "There is no such receipt",
    "verify.unknown-text":
      "Number and hash do not belong to any receipt of ours. Compare both with the receipt, character by character.",
    "verify.link": "Check this receipt",
  },
  {
    "paper.title": "回执",
    "paper.lead": "本申报已完整收到并封存，任何人都无法更改；再次提交会生成新的版本与新的回执。",
    "paper.answers": "提交的内容",
    "paper.files": "文件",
    "paper.no-files": "本次提交不含文件。",
    "paper.check": "任何人都可以凭编号与指纹在此核验本回执：",
    "paper.signs": "本文件无法印出的字符以方括号内的编码表示，如 [U+20BB7]；封存的内容与填写时完全一致。",
    "paper.page": "{number} · 第 {page} 页，共 {pages} 页",
    "paper.get": "下载 PDF",

    "verify.title": "核验回执",
    "verify.lead": "持有回执的人可以在此核验其真伪。除此之外不显示申报的任何内容。",
    "verify.number": "回执编号",
    "verify.number-hint": "与回执上所写一致，例如 film-2027-A-0001-1-9F2C41",
    "verify.hash": "整体指纹（SHA-256）",
    "verify.hash-hint": "由 0–9 与 a–f 组成的 64 个字符",
    "verify.button": "核验",
    "verify.genuine": "此回执真实有效",
    "verify.sealed": "对应的内容已于{time}收到并封存，未被改动。",
    "verify.unknown": "没有这样的回执",
    "verify.unknown-text": "此编号与指纹不属于我们的任何回执。请与回执逐字核对。",
    "verify.link": "核验此回执",
  },
);

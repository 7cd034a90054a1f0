import type { Moved, Spent } from "./bytes.ts";
import type { Case, Weight } from "./cases.ts";

/** One benchmark's outcome. `per`: what CPU and speed are counted by. Milliseconds, kilobytes, megabytes. */
export type Line = {
  name: string;
  title: string;
  per: "request" | "MB";
  speed: number;
  limitSpeed: number;
  cpu: number;
  limitCpu: number;
  sentKilobytes?: number;
  unpackedKilobytes?: number;
  memoryMegabytes?: number;
  hotcrp?: string;
  target: Case["target"];
  misses: string[];
};
type Named = Pick<Case, "name" | "title" | "target" | "hotcrp">;

const MEGABYTE = 1_000_000;

export function lineOfRequests(named: Named, slices: readonly Pick<Moved, "ours" | "limit">[], weight: Weight): Line {
  const count = ({ span }: Spent) => span.turns;
  return judged({
    ...figures(named, slices, count),
    per: "request",
    sentKilobytes: weight.sent / 1000,
    unpackedKilobytes: weight.unpacked / 1000,
  });
}

export function lineOfBytes(named: Named, slices: readonly Moved[]): Line {
  const count = ({ span }: Spent) => span.bytes / MEGABYTE;
  const memory = slices.flatMap((slice) => slice.memory ?? []);
  return judged({
    ...figures(named, slices, count),
    per: "MB",
    ...(memory.length > 0 ? { memoryMegabytes: median(memory) / MEGABYTE } : {}),
  });
}

/** Medians over the slices: one bad moment of the machine does not count. */
function figures(
  { name, title, target, hotcrp }: Named,
  slices: readonly Pick<Moved, "ours" | "limit">[],
  count: (spent: Spent) => number,
) {
  const speedOf = (side: "ours" | "limit") => median(slices.map((one) => count(one[side]) / one[side].span.seconds));
  const cpuOf = (side: "ours" | "limit") => median(slices.map((one) => one[side].cpu / count(one[side])));
  return {
    ...{ name, title, target },
    ...(hotcrp ? { hotcrp } : {}),
    speed: speedOf("ours"),
    limitSpeed: speedOf("limit"),
    cpu: cpuOf("ours"),
    limitCpu: cpuOf("limit"),
  };
}

function judged(line: Omit<Line, "misses">): Line {
  const { target } = line;
  const misses = [
    target.cpu !== undefined && line.cpu > target.cpu ? "CPU" : "",
    target.share !== undefined && line.speed / line.limitSpeed < target.share ? "share of the limit" : "",
    target.unpackedKilobytes !== undefined && (line.unpackedKilobytes ?? 0) > target.unpackedKilobytes ? "size" : "",
    target.memoryMegabytes !== undefined && (line.memoryMegabytes ?? 0) > target.memoryMegabytes ? "memory" : "",
  ];
  return { ...line, misses: misses.filter(Boolean) };
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}

const digits = (number: number) =>
  number.toLocaleString("en", { maximumFractionDigits: number < 1 ? 3 : number < 100 ? 1 : 0 });

/** The lines as a table for the terminal. */
export function tableOf(lines: readonly Line[]): string {
  const head = ["", "speed", "of the limit", "CPU", "× the limit's", "weight", "HotCRP", "target", ""];
  const rows = lines.map((line) => [
    line.name,
    `${digits(line.speed)} ${line.per === "MB" ? "MB/s" : "/s"}`,
    `${digits((line.speed / line.limitSpeed) * 100)} %`,
    `${digits(line.cpu)} ms/${line.per}`,
    `${digits(line.cpu / line.limitCpu)} ×`,
    weightWords(line),
    line.hotcrp ?? "",
    targetWords(line.target),
    line.misses.length > 0 ? `misses: ${line.misses.join(", ")}` : line.target.cpu || line.target.share ? "✓" : "",
  ]);
  const widths = head.map((word, place) => Math.max(...[head, ...rows].map((row) => (row[place] ?? word).length)));
  return [head, ...rows].map((row) => row.map((cell, place) => cell.padEnd(widths[place] ?? 0)).join("  ")).join("\n");
}

function weightWords({ sentKilobytes, unpackedKilobytes, memoryMegabytes }: Line): string {
  if (memoryMegabytes !== undefined) return `${digits(memoryMegabytes)} MB memory`;
  if (sentKilobytes === undefined || unpackedKilobytes === undefined) return "";
  return `${digits(sentKilobytes)} KB (${digits(unpackedKilobytes)} KB)`;
}

function targetWords({ cpu, share, unpackedKilobytes, memoryMegabytes }: Case["target"]): string {
  return [
    cpu === undefined ? "" : `${cpu} ms`,
    share === undefined ? "" : `${share * 100} %`,
    unpackedKilobytes === undefined ? "" : `${unpackedKilobytes} KB`,
    memoryMegabytes === undefined ? "" : `${memoryMegabytes} MB`,
  ]
    .filter(Boolean)
    .join(", ");
}

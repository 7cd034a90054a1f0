/**
 * What a process says of itself when asked: CPU spent since its start, of all its threads, in microseconds, and memory.
 * @typedef {{ cpu: number, memory: number }} Measures
 */

/** Answers whoever started this process, and ends with them. */
export function answerMeasures() {
  process.on("message", () => {
    const { user, system } = process.cpuUsage();
    process.send?.({ cpu: user + system, memory: process.memoryUsage.rss() });
  });
  process.on("disconnect", () => process.exit());
  process.send?.("ready");
}

import { config } from "#app/config.server.ts";

/**
 * A place where a rehearsal may end the process as a power cut would: at once, with nothing tidied. Does nothing unless
 * the installation was started with this name in FAILPOINT, which production refuses outside a rehearsal.
 */
export function failpoint(name: string): void {
  if (config.failpoint === name) process.kill(process.pid, "SIGKILL");
}

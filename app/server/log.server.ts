import { pino } from "pino";
import { config } from "#app/config.server.ts";

/** One JSON line an event; never answers, names, addresses, tokens or signatures. */
export const log = pino({ level: config.logLevel, base: null, timestamp: pino.stdTimeFunctions.isoTime });

import type { Language } from "#app/i18n/text.ts";
import type { Moment } from "#app/lib/moment.ts";

/** A signed-in person as the policy sees them. */
export type Viewer = {
  personId: string;
  name: string;
  email: string;
  language: Language;
  isVerified: boolean;
  sessionId: string;
  /** When they last proved who they are; sensitive acts ask again. */
  provedAt: Moment;
  hasSecondFactor: boolean;
  isAdministrator: boolean;
  /** Programmes by role. */
  organises: readonly string[];
  chairs: readonly string[];
  judges: readonly string[];
};

/** One HTTP request as every loader and action of it sees it. Made once by the server, before Remix. */
export type Visit = {
  nonce: string;
  /** When the request reached the first middleware: this decides about deadlines. */
  arrivedAt: Moment;
  /** The client's network address as the server sees it. */
  address: string;
  language: Language;
  /** The signed-in person, looked up once a request. */
  viewer(): Promise<Viewer | null>;
};

declare module "@remix-run/server-runtime" {
  interface AppLoadContext {
    visit: Visit;
  }
}

import type { RouteConfig } from "@remix-run/route-config";
import { index, route } from "@remix-run/route-config";

/** The map: every URL of the product. Spelled for links in app/lib/paths.ts. */
export default [
  // public
  index("routes/public/home.tsx"),
  route("language", "routes/public/language.tsx"),

  // account

  // applicant

  // juror
  route("jury", "routes/juror/jury.tsx"),
  route("jury/rounds/:round", "routes/juror/pile.tsx"),
  route("jury/assignments/:assignment", "routes/juror/review.tsx"),
  route("jury/assignments/:assignment/draft", "routes/juror/review-draft.tsx"),
  route("jury/assignments/:assignment/recusal", "routes/juror/recusal.tsx"),

  // organiser

  route("*", "routes/public/missing.tsx"),
] satisfies RouteConfig;

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

  // organiser

  route("*", "routes/public/missing.tsx"),
] satisfies RouteConfig;

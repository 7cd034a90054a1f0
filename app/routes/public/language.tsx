import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { languageCookie } from "#app/i18n/language.server.ts";
import { paths } from "#app/lib/paths.ts";
import { readFormData, safePath } from "#app/lib/request.server.ts";

/** There is nothing to see: somebody went back to where a form was sent. */
export function loader() {
  return redirect(paths.home());
}

/** Changes the reader's language and goes back to the page they were on. */
export async function action({ request }: ActionFunctionArgs) {
  const form = await readFormData(request);
  const language = form.get("language") === "zh" ? "zh" : "en";
  const next = form.get("next");
  return redirect(safePath(typeof next === "string" ? next : null), {
    headers: { "Set-Cookie": `${languageCookie}=${language}; Path=/; SameSite=Lax; Max-Age=31536000` },
  });
}

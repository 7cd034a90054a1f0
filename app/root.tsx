import type { LoaderFunctionArgs } from "@remix-run/node";
import { Links, Meta, Outlet, Scripts, ScrollRestoration, useRouteLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { LanguageProvider } from "#app/i18n/text.ts";

export async function loader({ context }: LoaderFunctionArgs) {
  const { language, nonce } = context.visit;
  const viewer = await context.visit.viewer();
  return {
    language,
    nonce,
    viewer: viewer && {
      name: viewer.name,
      isOrganiser: viewer.organises.length > 0 || viewer.chairs.length > 0,
      isJuror: viewer.judges.length > 0 || viewer.chairs.length > 0,
      isAdministrator: viewer.isAdministrator,
    },
  };
}

export function Layout({ children }: { children: ReactNode }) {
  const frame = useRouteLoaderData<typeof loader>("root");
  const language = frame?.language ?? "en";
  const nonce = typeof document === "undefined" ? (frame?.nonce ?? "") : "";
  return (
    <html lang={language === "zh" ? "zh-CN" : "en"}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
        <Links />
      </head>
      <body>
        <LanguageProvider value={language}>{children}</LanguageProvider>
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function Root() {
  return <Outlet />;
}

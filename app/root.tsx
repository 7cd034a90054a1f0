import "#app/styles/tokens.css";
import "#app/styles/base.css";
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Links, Meta, Outlet, Scripts, ScrollRestoration, useLocation, useRouteLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { common } from "#app/i18n/messages/common.ts";
import { LanguageProvider, speaker, useText } from "#app/i18n/text.ts";
import { paths } from "#app/lib/paths.ts";
import { Frame } from "#app/ui/frame.tsx";

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

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: speaker(common, data?.language ?? "en")("product.name") },
];

export function Layout({ children }: { children: ReactNode }) {
  const frame = useRouteLoaderData<typeof loader>("root");
  const language = frame?.language ?? "en";
  // The server's nonce must not be repeated in the browser, which hides it from scripts.
  const nonce = typeof document === "undefined" ? (frame?.nonce ?? "") : "";
  return (
    <html lang={language === "zh" ? "zh-CN" : "en"}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#fbfaf6" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#0a1f27" media="(prefers-color-scheme: dark)" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <link rel="apple-touch-icon" href="/apple-touch-icon.png" />
        <link rel="manifest" href="/site.webmanifest" />
        <Meta />
        <Links />
      </head>
      <body>
        <LanguageProvider value={language}>
          <Ways>{children}</Ways>
        </LanguageProvider>
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

function Ways({ children }: { children: ReactNode }) {
  const t = useText(common);
  const frame = useRouteLoaderData<typeof loader>("root");
  const { pathname, search } = useLocation();
  const viewer = frame?.viewer;
  const link = (href: string, label: string) => ({ href, label });
  const main = [
    link(paths.week(), t("nav.week")),
    link(paths.calls(), t("nav.calls")),
    link(paths.results(), t("nav.results")),
    ...(viewer ? [link(paths.applications(), t("nav.applications"))] : []),
    ...(viewer?.isJuror ? [link(paths.jury(), t("nav.jury"))] : []),
    ...(viewer?.isOrganiser || viewer?.isAdministrator ? [link(paths.manage(), t("nav.manage"))] : []),
  ];
  const own = viewer
    ? [link(paths.letters(), t("nav.messages")), link(paths.account(), viewer.name || t("nav.account"))]
    : [link(paths.signIn(), t("nav.sign-in"))];
  return (
    <Frame
      home={paths.home()}
      here={pathname + search}
      main={main}
      own={own}
      language={{ action: paths.language(), value: frame?.language === "zh" ? "en" : "zh" }}
      signOut={viewer ? paths.signOut() : null}
    >
      {children}
    </Frame>
  );
}

/** What remains when this file itself fails; every other failure keeps the frame (routes/public/errors.tsx). */
export { ErrorBoundary } from "./routes/public/errors.tsx";

export default function Root() {
  return <Outlet />;
}

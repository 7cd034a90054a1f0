import { isRouteErrorResponse, Outlet, useRouteError } from "@remix-run/react";
import { common } from "#app/i18n/messages/common.ts";
import { useText } from "#app/i18n/text.ts";
import { paths } from "#app/lib/paths.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";

/** Around every page: a failure shows below the frame, whose loader runs only for a boundary that is not its own. */
export default function Errors() {
  return <Outlet />;
}

const kinds: Record<number, "missing" | "forbidden" | "busy" | "many" | "large"> = {
  403: "forbidden",
  404: "missing",
  413: "large",
  429: "many",
  503: "busy",
};

export function ErrorBoundary() {
  const t = useText(common);
  const error = useRouteError();
  const kind = (isRouteErrorResponse(error) && kinds[error.status]) || "broken";
  return (
    <div className="narrow stack">
      <h1>{t(`error.${kind}.title`)}</h1>
      <EmptyState
        title={t(`error.${kind}.text`)}
        action={<LinkButton href={paths.home()}>{t("error.home")}</LinkButton>}
      />
    </div>
  );
}

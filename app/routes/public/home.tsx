import { common } from "#app/i18n/messages/common.ts";
import { useText } from "#app/i18n/text.ts";

export default function HomeRoute() {
  const t = useText(common);
  return <h1>{t("product.name")}</h1>;
}

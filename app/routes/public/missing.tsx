import { data } from "@remix-run/node";

export function loader() {
  throw data(null, { status: 404 });
}

export default function MissingRoute() {
  return null;
}

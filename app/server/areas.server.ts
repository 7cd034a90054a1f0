import { createRequestHandler, type RequestHandler, type ServerBuild } from "@remix-run/node";

type Mode = "production" | "development";
type Routes = ServerBuild["routes"];

/**
 * Handlers by area, the first part of an address. The router goes through all its routes several times a request and
 * prepares each anew, a millisecond for a map of ours; so each area is asked only for its own.
 */
export function handlersByArea(build: ServerBuild, mode: Mode): (path: string) => RequestHandler {
  const whole = createRequestHandler(build, mode);
  const made = new Map<string, RequestHandler>();
  const known = new Set(Object.values(build.routes).map((route) => areaOfRoute(build.routes, route?.id ?? "")));
  return (path) => {
    // What the browser asks of the map itself.
    if (path.startsWith("/__")) return whole;
    const named = areaOfPath(path);
    const area = known.has(named) ? named : "*";
    const handler = made.get(area) ?? createRequestHandler(buildOf(build, area), mode);
    made.set(area, handler);
    return handler;
  };
}

/**
 * The build with the routes below this part of the address, those without a path around them, the home page and the one
 * for what is missing: these two the browser is told of with every page.
 */
function buildOf(build: ServerBuild, area: string): ServerBuild {
  const isOwn = ([id]: [string, unknown]) => [undefined, "", "*", area].includes(areaOfRoute(build.routes, id));
  return {
    ...build,
    routes: Object.fromEntries(Object.entries(build.routes).filter(isOwn)),
    assets: { ...build.assets, routes: Object.fromEntries(Object.entries(build.assets.routes).filter(isOwn)) },
  };
}

/** «jury» for jury/rounds/:round and all that lies inside it, «» for the home page, nothing for a frame around others. */
function areaOfRoute(routes: Routes, id: string): string | undefined {
  const route = routes[id];
  if (!route) return undefined;
  const above = route.parentId ? areaOfRoute(routes, route.parentId) : undefined;
  if (above !== undefined) return above;
  if (route.path) return route.path.split("/")[0];
  return route.index ? "" : undefined;
}

/** `/jury.data` asks for the data of `/jury`, `/_root.data` for that of the home page. */
function areaOfPath(path: string): string {
  const first = (path.split("/")[1] ?? "").replace(/\.data$/, "");
  return first === "_root" ? "" : first;
}

/**
 * The single home of every Remix option; vite.config.ts imports it.
 * @type {import("@remix-run/dev").VitePluginConfig}
 */
const remixOptions = {
  appDirectory: "app",
  buildDirectory: "build",
  future: {
    v3_fetcherPersist: true,
    v3_lazyRouteDiscovery: true,
    v3_relativeSplatPath: true,
    v3_routeConfig: true,
    v3_singleFetch: true,
    v3_throwAbortReason: true,
  },
};

export default remixOptions;

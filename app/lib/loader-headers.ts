/** For pages whose loader may be asked too often: its own word of when to come back reaches the browser. */
export function headers({ loaderHeaders, parentHeaders }: { loaderHeaders: Headers; parentHeaders: Headers }): Headers {
  const all = new Headers(parentHeaders);
  const seconds = loaderHeaders.get("Retry-After");
  if (seconds) all.set("Retry-After", seconds);
  return all;
}

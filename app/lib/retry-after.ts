type Given = { actionHeaders: Headers; parentHeaders: Headers };

/** For pages whose acts may be tried too often: the answer's own word of when to come back reaches the browser. */
export function headers({ actionHeaders, parentHeaders }: Given): Headers {
  const all = new Headers(parentHeaders);
  const seconds = actionHeaders.get("Retry-After");
  if (seconds) all.set("Retry-After", seconds);
  return all;
}

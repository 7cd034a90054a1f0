type Asked = { actionStatus?: number | undefined; defaultShouldRevalidate: boolean };

/**
 * For pages that stay where they are when an act is refused: they read anew what stands, so that versions and numbers
 * are those of now. The router would do so only after acts that went well.
 */
export function shouldRevalidate({ actionStatus, defaultShouldRevalidate }: Asked): boolean {
  return defaultShouldRevalidate || (actionStatus !== undefined && actionStatus >= 400);
}

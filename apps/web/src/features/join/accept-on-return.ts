const KEY = 'portal.accept-on-return';

/** Remembers in this tab that the person wants to accept, and has to sign in first. */
export function acceptOnReturn(token: string): void {
  sessionStorage.setItem(KEY, token);
}

/** @returns whether that was said of this link before; true once */
export function isAcceptedBefore(token: string): boolean {
  const isIt = sessionStorage.getItem(KEY) === token;
  if (isIt) sessionStorage.removeItem(KEY);
  return isIt;
}

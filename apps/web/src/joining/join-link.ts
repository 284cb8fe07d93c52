/** `/join/<token>`, as links were until the token moved to the fragment. */
const OLD_LINK = /^\/join\/([^/]+)\/?$/;

/**
 * Moves the token of an old link to the fragment, before any request or sign-in can carry it in a path that is logged.
 * To be called before the app starts.
 */
export function moveTokenToFragment(): void {
  const token = OLD_LINK.exec(window.location.pathname)?.[1];
  if (token !== undefined) window.history.replaceState(null, '', `/join#${token}`);
}

/** @param hash of the page's address @returns the token of the link; empty when there is none */
export const tokenIn = (hash: string): string => hash.replace(/^#/, '');

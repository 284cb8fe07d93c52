import i18next from 'i18next';

/** @returns where signing in begins, to come back to `returnTo` (path, search and fragment of a page of the portal) */
export function signInPath(returnTo: string, language: string): string {
  return `/auth/sign-in?${new URLSearchParams({ returnTo, ui_locales: language })}`;
}

let isLeaving = false;

/**
 * Leaves the page for the sign-in, which comes back to the same page. Several calls find out at the same time that the
 * session has ended; the sign-in begins once.
 */
export function goToSignIn(): void {
  if (isLeaving) return;
  isLeaving = true;
  // A browser may bring the page back as it was left.
  window.addEventListener('pageshow', () => (isLeaving = false), { once: true });
  const { pathname, search, hash } = window.location;
  window.location.assign(signInPath(pathname + search + hash, i18next.language));
}

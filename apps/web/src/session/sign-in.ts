import i18next from 'i18next';

/** @returns where signing in begins, to come back to `returnTo` (path and search of a page of the portal) */
export function signInPath(returnTo: string, language: string): string {
  return `/auth/sign-in?${new URLSearchParams({ returnTo, ui_locales: language })}`;
}

/** Leaves the page for the sign-in, which comes back to the same page. */
export function goToSignIn(): void {
  const { pathname, search } = window.location;
  window.location.assign(signInPath(pathname + search, i18next.language));
}

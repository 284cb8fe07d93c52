/** Leaves the page. A form, since the reply leads to the identity provider's own sign-out and back. */
export function signOut(): void {
  const form = document.createElement('form');
  form.method = 'post';
  form.action = '/auth/sign-out';
  document.body.append(form);
  form.submit();
}

/** In the query of the page for people who are signed out: it happened on all of their devices. */
export const EVERYWHERE = 'everywhere';

/** Leaves the page after all sessions of the person have been ended. */
export function signedOutEverywhere(): void {
  window.location.assign(`/signed-out?${EVERYWHERE}`);
}

/** Leaves the page. A form, since the reply leads to the identity provider's own sign-out and back. */
export function signOut(): void {
  const form = document.createElement('form');
  form.method = 'post';
  form.action = '/auth/sign-out';
  document.body.append(form);
  form.submit();
}

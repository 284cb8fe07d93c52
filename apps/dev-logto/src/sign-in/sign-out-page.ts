import { Html, html } from '../page/html.ts';
import { page } from '../page/page.ts';

/** Sends oidc-provider's sign-out form at once, as Logto's page does; with a button where scripts are off. */
export function signOutPage(form: string): string {
  const withAnswer = new Html(
    form.replace('</form>', '<input type="hidden" name="logout" value="yes"/></form>'),
  );
  const body = html`<h1>Signing out</h1>
    ${withAnswer}
    <noscript><button class="primary" form="op.logoutForm">Sign out</button></noscript>
    <script>
      document.forms[0].submit();
    </script>`;
  return page('Signing out', body);
}

export function signedOutPage(): string {
  return page(
    'Signed out',
    html`<h1>You are signed out</h1>
      <p>You can close this page.</p>`,
  );
}

import { Html, html } from '../page/html.ts';
import { page } from '../page/page.ts';
import { brand } from './brand.ts';
import type { Look } from './look.ts';
import type { RegistrationRefusal } from './people.ts';

interface RegistrationPage extends Look {
  /** Known from a magic link; then no password is asked for. */
  readonly email?: string;
  readonly username?: string;
  readonly refusal?: RegistrationRefusal;
}

export function registrationPage({
  lang,
  words,
  branding,
  email,
  username,
  refusal,
}: RegistrationPage): string {
  const password = html`<label
    >${words.password}<input
      name="password"
      type="password"
      autocomplete="new-password"
      minlength="8"
      required
  /></label>`;
  const body = html`${brand(branding)}
    <h1>${words.createAccount}</h1>
    ${email !== undefined && html`<p class="quiet">${words.signedInAs} ${email}</p>`}
    ${refusal && html`<p class="bad" role="alert">${words[refusal]}</p>`}
    <form method="post">
      <label
        >${words.username}<input
          name="username"
          autocomplete="username"
          maxlength="128"
          required
          value="${username}"
          ${new Html('autofocus')}
      /></label>
      ${email === undefined && password}
      <button class="primary">${words.createAccount}</button>
    </form>`;
  return page(words.createAccount, body, { lang, accent: branding?.accent });
}

import { Html, html } from '../page/html.ts';
import { page } from '../page/page.ts';
import { demoPassword, type DemoAccount } from '../seed/demo.ts';
import { brand } from './brand.ts';
import type { Look } from './look.ts';

interface SignInPage extends Look {
  /** Those who get a button of their own; none without demo data. */
  readonly people: readonly DemoAccount[];
  readonly email?: string | undefined;
  readonly refusal?: 'invalid' | 'suspended' | undefined;
}

const personButton = ({ id, name, email, does, doesZh }: DemoAccount, lang: string) =>
  html`<li>
    <button class="person" name="userId" value="${id}">
      <strong>${name}</strong>
      <span class="quiet">${email}</span>
      <span>${lang === 'zh-CN' ? doesZh : does}</span>
    </button>
  </li>`;

export function signInPage({ lang, words, branding, people, email, refusal }: SignInPage): string {
  const picks = html`<h2>${words.people}</h2>
    <form method="post">
      <ul>
        ${people.map((one) => personButton(one, lang))}
      </ul>
    </form>`;
  const hint = html`<p class="quiet">${words.hint} <code>${demoPassword}</code></p>`;
  const said = refusal && html`<p class="bad" role="alert">${words[refusal]}</p>`;
  const typed = email !== undefined;
  const body = html`${brand(branding)}
    <h1>${words.title}</h1>
    <p class="quiet">${words.intro}</p>
    ${!typed && said} ${people.length > 0 && picks}
    <h2>${words.withPassword}</h2>
    ${typed && said}
    <form method="post">
      <label>${words.email}<input name="email" autocomplete="username" required value="${email}" /></label>
      <label
        >${words.password}<input
          name="password"
          type="password"
          autocomplete="current-password"
          required
          ${typed && new Html('autofocus')}
      /></label>
      ${people.length > 0 && hint}
      <button class="primary">${words.submit}</button>
    </form>`;
  return page(words.title, body, { lang, accent: branding?.accent });
}

export function lostPage({ lang, words }: Look, portalUrl: string): string {
  const body = html`<h1>${words.lost}</h1>
    <p>${words.lostIntro}</p>
    <p><a href="${portalUrl}">${words.toPortal}</a></p>`;
  return page(words.lost, body, { lang });
}

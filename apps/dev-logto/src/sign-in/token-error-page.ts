import { html } from '../page/html.ts';
import { page } from '../page/page.ts';
import type { Look } from './look.ts';
import type { TokenRefusal } from './one-time-token.ts';

export function tokenErrorPage(
  { lang, words }: Look,
  reason: TokenRefusal | 'suspended',
  portalUrl: string,
): string {
  const said = reason === 'suspended' ? words.suspended : words.token[reason];
  const body = html`<h1>${words.invalidLink}</h1>
    <p class="bad" role="alert">${said}</p>
    <p>${words.invalidLinkIntro}</p>
    <p><a href="${portalUrl}">${words.toPortal}</a></p>`;
  return page(words.invalidLink, body, { lang });
}

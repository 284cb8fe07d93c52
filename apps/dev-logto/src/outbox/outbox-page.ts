import { html } from '../page/html.ts';
import { page } from '../page/page.ts';
import { mailWords } from './mail-words.ts';
import type { SentMail } from './mailer.ts';

interface Named {
  readonly name?: string | null;
  readonly primaryEmail?: string | null;
}

/** What the portal sends along for the template. */
interface Variables {
  readonly organization?: Named;
  readonly inviter?: Named;
  readonly link?: unknown;
  readonly locale?: unknown;
  readonly roles?: unknown;
  readonly validUntil?: unknown;
  readonly organizationLogo?: unknown;
}

const isWebAddress = (value: unknown): value is string =>
  typeof value === 'string' && /^https?:\/\//i.test(value);

/** Only web addresses become links: an address comes from whoever called the API. */
function link(address: unknown, words: string) {
  if (typeof address !== 'string') return html`<span class="quiet">No link in this message.</span>`;
  return isWebAddress(address) ? html`<a href="${address}" rel="noreferrer">${words}</a>` : html`${address}`;
}

const line = (label: string, value: unknown) =>
  typeof value === 'string' && value !== '' && html`${label}: ${value}<br />`;

function message(variables: Variables) {
  const { organization, inviter, roles, validUntil, organizationLogo } = variables;
  const { lang, words } = mailWords(variables.locale);
  const by = inviter?.name ?? inviter?.primaryEmail ?? undefined;
  const name = organization?.name ?? '';
  const logo = isWebAddress(organizationLogo) && html`<img src="${organizationLogo}" alt="" />`;
  return html`<div lang="${lang}" class="mail">
    <span class="brand">${logo}<span>${words.subject(by, name)}</span></span>
    ${line(words.roles, roles)}${line(words.validUntil, validUntil)} ${link(variables.link, words.join)}
  </div>`;
}

const entry = ({ to, sentAt, payload }: SentMail) =>
  html`<li>
    <div>
      <span class="quiet"
        >To ${to},
        <time datetime="${new Date(sentAt).toISOString()}"
          >${new Date(sentAt).toLocaleString('en', { dateStyle: 'medium', timeStyle: 'medium' })}</time
        ></span
      >
      ${message(payload as Variables)}
    </div>
  </li>`;

export function outboxPage(mails: readonly SentMail[]): string {
  const none = html`<p>Nothing was sent yet. Invitations sent by e-mail appear here, newest first.</p>`;
  const body = html`<h1>Outbox</h1>
    <p class="quiet">E-mails that the embedded Logto would have sent. <a href="/outbox.json">As JSON</a></p>
    ${
      mails.length === 0
        ? none
        : html`<ul>
            ${mails.map(entry)}
          </ul>`
    }`;
  return page('Outbox', body, { wide: true });
}

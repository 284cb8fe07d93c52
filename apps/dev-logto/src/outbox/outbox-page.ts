import { html } from '../page/html.ts';
import { page } from '../page/page.ts';
import type { SentMail } from './mailer.ts';

interface Named {
  readonly name?: string | null;
  readonly primaryEmail?: string | null;
}

function subject({ payload }: SentMail): string {
  const { organization, inviter } = payload as { organization?: Named; inviter?: Named };
  const by = inviter
    ? `${inviter.name ?? inviter.primaryEmail ?? 'Somebody'} invites you`
    : 'You are invited';
  return `${by} to ${organization?.name ?? 'an organization'}`;
}

/** Only web addresses become links: an address comes from whoever called the API. */
function link({ payload }: SentMail) {
  const address = payload['link'];
  if (typeof address !== 'string') return html`<span class="quiet">No link in this message.</span>`;
  return /^https?:\/\//i.test(address)
    ? html`<a href="${address}" rel="noreferrer">${address}</a>`
    : html`${address}`;
}

const entry = (mail: SentMail) =>
  html`<li>
    <div>
      <strong>${subject(mail)}</strong><br />
      <span class="quiet"
        >To ${mail.to},
        <time datetime="${new Date(mail.sentAt).toISOString()}"
          >${new Date(mail.sentAt).toLocaleString('en', { dateStyle: 'medium', timeStyle: 'medium' })}</time
        ></span
      ><br />
      ${link(mail)}
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

import { RequestError } from '../http/request-error.ts';
import { newId } from '../store/new-id.ts';
import type { Store } from '../store/store.ts';

export interface Mail {
  readonly to: string;
  /** Logto's name of the template. */
  readonly type: 'OrganizationInvitation';
  readonly payload: Readonly<Record<string, unknown>>;
}

export interface SentMail extends Mail {
  readonly id: string;
  /** Epoch milliseconds. */
  readonly sentAt: number;
}

const limit = { messages: 10, withinMs: 10 * 60_000 };

/**
 * Keeps what would have been e-mailed. Refuses as upstream: 501 `connector.not_found` without an e-mail
 * connector, 429 `request.message_rate_limited` for the 11th message to one recipient in 10 minutes.
 */
export class Mailer {
  readonly #store: Pick<Store, 'emailConnector'>;
  readonly #sent: SentMail[] = [];

  constructor(store: Pick<Store, 'emailConnector'>) {
    this.#store = store;
  }

  send(mail: Mail): void {
    if (!this.#store.emailConnector) throw new RequestError(501, 'connector.not_found', { type: 'Email' });
    const now = Date.now();
    const recipient = mail.to.toLowerCase();
    const recent = this.#sent.filter(
      ({ to, sentAt }) => to.toLowerCase() === recipient && sentAt > now - limit.withinMs,
    );
    if (recent.length >= limit.messages) throw new RequestError(429, 'request.message_rate_limited');
    this.#sent.push({ ...mail, id: newId(), sentAt: now });
  }

  clear(): void {
    this.#sent.length = 0;
  }

  newestFirst(): SentMail[] {
    return this.#sent.toReversed();
  }
}

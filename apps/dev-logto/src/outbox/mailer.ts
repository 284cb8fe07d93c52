import { setTimeout as delay } from 'node:timers/promises';
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

/** What the mail server does: refuse the connection at once, or leave the connector hanging until it gives up. */
export interface MailTrouble {
  readonly kind: 'refused' | 'hanging';
  /** Milliseconds until the connector gives up; a real one takes 30,000. */
  readonly afterMs?: number | undefined;
}

const REASONS = { refused: 'connect ECONNREFUSED 127.0.0.1:9', hanging: 'Greeting never received' } as const;
const HANGING_MS = 30_000;
const limit = { messages: 10, withinMs: 10 * 60_000 };

/**
 * Keeps what would have been e-mailed. Refuses as upstream: 501 `connector.not_found` without an e-mail
 * connector, 429 `request.message_rate_limited` for the 11th message to one recipient in 10 minutes, and 400
 * `connector.general` while the mail server is in trouble (recordings).
 */
export class Mailer {
  readonly #store: Pick<Store, 'emailConnector'>;
  readonly #sent: SentMail[] = [];
  /** Of the mail server; undefined: it takes every message. */
  trouble: MailTrouble | undefined;

  constructor(store: Pick<Store, 'emailConnector'>) {
    this.#store = store;
  }

  async send(mail: Mail): Promise<void> {
    if (!this.#store.emailConnector) throw new RequestError(501, 'connector.not_found', { type: 'Email' });
    const now = Date.now();
    const recipient = mail.to.toLowerCase();
    const recent = this.#sent.filter(
      ({ to, sentAt }) => to.toLowerCase() === recipient && sentAt > now - limit.withinMs,
    );
    if (recent.length >= limit.messages) throw new RequestError(429, 'request.message_rate_limited');
    if (this.trouble) await this.#fail(this.trouble);
    this.#sent.push({ ...mail, id: newId(), sentAt: now });
  }

  async #fail({ kind, afterMs = kind === 'hanging' ? HANGING_MS : 0 }: MailTrouble): Promise<never> {
    await delay(afterMs, undefined, { ref: false });
    const data = { message: REASONS[kind] };
    throw new RequestError(400, 'connector.general', { details: JSON.stringify(data) }, { data });
  }

  clear(): void {
    this.trouble = undefined;
    this.#sent.length = 0;
  }

  newestFirst(): SentMail[] {
    return this.#sent.toReversed();
  }
}

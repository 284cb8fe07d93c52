import { IDEMPOTENCY_HEADER } from '@org-portal/contract';
import { linkDataProvider } from '@org-portal/refine-data-provider';
import { DOUBLE_PRESS_MS } from '../changes/use-once.ts';
import { learnServerTime } from '../clock/server-time.ts';
import { actingPersonHeaders } from '../session/acting-person.ts';

async function fetchAndLearnTime(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const reply = await fetch(input, init);
  learnServerTime(reply.headers.get('date'));
  return reply;
}

/** One wish is one request: pressed twice it is sent once, and sent again after a lost answer it is made once. */
export const dataProvider = linkDataProvider('/api', {
  headers: actingPersonHeaders,
  fetch: fetchAndLearnTime,
  idempotencyHeader: IDEMPOTENCY_HEADER,
  repeatMs: DOUBLE_PRESS_MS,
  // Longer than the portal waits for Logto, whose mail server may hang for 30 s.
  timeoutMs: 45_000,
});

/** Finds out who is signed in, whoever the page was opened by. */
export const sessionProvider = linkDataProvider('/api', { fetch: fetchAndLearnTime });

import { linkDataProvider } from '@org-portal/refine-data-provider';
import { learnServerTime } from '../clock/server-time.ts';
import { actingPersonHeaders } from '../session/acting-person.ts';

async function fetchAndLearnTime(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const reply = await fetch(input, init);
  learnServerTime(reply.headers.get('date'));
  return reply;
}

export const dataProvider = linkDataProvider('/api', {
  headers: actingPersonHeaders,
  fetch: fetchAndLearnTime,
});

/** Finds out who is signed in, whoever the page was opened by. */
export const sessionProvider = linkDataProvider('/api', { fetch: fetchAndLearnTime });

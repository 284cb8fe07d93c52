import type { ActivityEntry, InvitationResults } from '@org-portal/contract';
import type { Send } from './changes.ts';
import { mayStayUnknown } from './record.ts';

/** What the browser was told of a change. */
export interface Answer {
  requestId: string | null;
  isDone: boolean;
  /** Ids of what it was told has been created. */
  created: string[];
}

/** Sends a change a little later. @returns nothing when the BFF was gone before it had answered */
export async function answerTo(send: Send, delay: number): Promise<Answer | undefined> {
  await new Promise((resolve) => setTimeout(resolve, delay));
  try {
    const reply = await send();
    const body = (await reply.text()) || '{}';
    const { results = [] } = JSON.parse(body) as Partial<InvitationResults>;
    const created = results.flatMap(({ invitation }) => invitation?.id ?? []);
    return {
      requestId: reply.headers.get('x-request-id'),
      isDone: reply.ok && (results.length === 0 || created.length > 0),
      created,
    };
  } catch {
    return undefined;
  }
}

/**
 * @returns whether the record says what the browser was told. A message may have gone out whose outcome could not be
 * written down any more, and Logto cannot tell of it.
 */
export function isOnRecord({ requestId, isDone, created }: Answer, entries: ActivityEntry[]): boolean {
  const done = entries.filter(
    (entry) =>
      entry.requestId === requestId &&
      (entry.outcome === 'succeeded' || (entry.outcome === 'unknown' && mayStayUnknown(entry))),
  );
  const ids = done.map(({ target }) => target.id);
  return (!isDone || done.length > 0) && created.every((id) => ids.includes(id));
}

import type { ActivityEntry, InvitationResults } from '@org-portal/contract';
import type { Send } from './changes.ts';

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
    return {
      requestId: reply.headers.get('x-request-id'),
      isDone: reply.ok,
      created: results.flatMap(({ invitation }) => invitation?.id ?? []),
    };
  } catch {
    return undefined;
  }
}

/** @returns whether the record says what the browser was told */
export function isOnRecord({ requestId, isDone, created }: Answer, entries: ActivityEntry[]): boolean {
  const done = entries.filter((entry) => entry.requestId === requestId && entry.outcome === 'succeeded');
  const ids = done.map(({ target }) => target.id);
  return (!isDone || done.length > 0) && created.every((id) => ids.includes(id));
}

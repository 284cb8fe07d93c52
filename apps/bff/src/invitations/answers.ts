import type { Database } from '../database/database.ts';
import { readable } from '../record/unavailable.ts';

/** What the invited person answered that Logto has no word for. */
export interface Answers {
  isDeclined: boolean;
  /** When they asked for a new one, last. */
  askedAt: Date | null;
}

const NONE: Answers = { isDeclined: false, askedAt: null };

/**
 * @returns a function that gives the answers to one of these invitations
 * @throws Problem `audit.unavailable` when the record cannot be read
 */
export async function answersTo(
  database: Database,
  invitationIds: readonly string[],
): Promise<(invitationId: string) => Answers> {
  if (invitationIds.length === 0) return () => NONE;
  const rows = await readable(
    database
      .selectFrom('activity')
      .select(['target_id', 'action', 'time'])
      .where('target_type', '=', 'invitation')
      .where('target_id', 'in', invitationIds)
      .where('action', 'in', ['invitation.decline', 'invitation.ask'])
      .where('outcome', '=', 'succeeded')
      .orderBy('id')
      .execute(),
  );
  const answers = new Map<string, Answers>();
  for (const { target_id, action, time } of rows) {
    const known = answers.get(target_id ?? '') ?? NONE;
    const added = action === 'invitation.ask' ? { askedAt: time } : { isDeclined: true };
    answers.set(target_id ?? '', { ...known, ...added });
  }
  return (id) => answers.get(id) ?? NONE;
}

import type { InvitationOutcome } from '@org-portal/contract';
import pLimit from 'p-limit';
import type { Portal } from '../portal.ts';
import { isId } from '../is-id.ts';
import { toProblem } from '../problem/to-problem.ts';
import type { Change } from '../record/change.ts';
import { unavailable } from '../record/unavailable.ts';

const AT_ONCE = 4;

export type Done = Omit<InvitationOutcome, 'invitationId' | 'problem'>;

/**
 * Does something with each of several invitations, each on record by itself.
 * @param act does it; the change is the one invitation's
 * @returns a result for each, in the order given; one that is refused does not stop the others
 * @throws Problem `audit.unavailable` when nothing could be written down
 */
export async function forEachInvitation(
  { record }: Portal,
  asked: Change,
  invitationIds: readonly string[],
  act: (invitationId: string, change: Change) => Promise<Done>,
): Promise<InvitationOutcome[]> {
  const limit = pLimit(AT_ONCE);
  const one = async (invitationId: string): Promise<InvitationOutcome> => {
    const change: Change = {
      ...asked,
      target: { type: 'invitation', id: isId(invitationId) ? invitationId : null, name: null },
      isRecorded: false,
    };
    try {
      return { invitationId, ...(await act(invitationId, change)) };
    } catch (error) {
      const { code, message, status } = toProblem(error);
      if (!change.isRecorded && status < 500) await record.refuse(change, code);
      return { invitationId, problem: { code, detail: message } };
    }
  };
  const results = await Promise.all(invitationIds.map((id) => limit(() => one(id))));
  if (results.every(({ problem }) => problem?.code === 'audit.unavailable')) throw unavailable(undefined);
  asked.isRecorded = true;
  return results;
}

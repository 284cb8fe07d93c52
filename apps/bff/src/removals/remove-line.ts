import type { RemovalState } from '@org-portal/contract';
import { orNothing } from '../access/or-nothing.ts';
import { isCertainlyNot, MOST_TRIES } from '../imports/trouble.ts';
import { removeBareMember, takeRoleAway } from '../members/change.ts';
import type { Portal } from '../portal.ts';
import { isPassing } from '../problem/passing.ts';
import { Problem } from '../problem/problem.ts';
import { toProblem } from '../problem/to-problem.ts';
import type { Change } from '../record/change.ts';
import { changeOfLine } from './change-of-line.ts';
import {
  earlierOf,
  hasBecome,
  newAttempt,
  refuseRest,
  wasInVain,
  type Earlier,
  type WaitingLine,
} from './lines.ts';
import { mayStill } from './may-still.ts';
import type { Removal } from './tables.ts';

/** Milliseconds that a call may wait for its turn while it keeps others out of the organization. */
const PATIENCE = 5_000;

/**
 * Takes away what one line says, and writes down what became of it.
 * @param bulk the portal, with calls of bulk work
 * @returns false where it is not known yet what became of an earlier attempt
 * @throws what may pass: the line is waiting still, and may have been carried out
 */
export async function removeLine(bulk: Portal, removal: Removal, line: WaitingLine): Promise<boolean> {
  const { database, metrics, record } = bulk;
  const ends = async (
    state: Exclude<RemovalState, 'waiting'>,
    problem?: Pick<Problem, 'code' | 'message'>,
  ) => {
    await hasBecome(database, line, state, problem);
    metrics?.jobRows('removal', state);
  };
  const earlier = await earlierOf(database, line);
  if (earlier === 'in doubt') return false;
  if (earlier === 'succeeded') {
    await ends('removed');
    return true;
  }
  const change = changeOfLine(removal, line, await newAttempt(database, line));
  try {
    const isTaken = await carryOut(bulk, removal, line, change);
    await ends(isTaken ? 'removed' : goneAfter(earlier));
  } catch (error) {
    const problem = toProblem(error);
    if (problem.code === 'resource.not_found') {
      await ends(goneAfter(earlier));
    } else if (error instanceof Problem && error.status < 500) {
      await record.refuse(change, error.code);
      await ends('refused', inWords(error));
      if (error.code === 'permission.missing') {
        const refused = await refuseRest(database, line, error);
        metrics?.jobRows('removal', 'refused', refused);
      }
    } else if (!isPassing(problem.code) || (await isLastTry(bulk, line, change, error))) {
      await ends('failed', problem);
    } else throw error;
  }
  return true;
}

/** What nobody else is known to have taken away was taken away by the attempt of which nobody knows. */
const goneAfter = (earlier: Earlier) => (earlier === 'unknown' ? 'removed' : 'gone');

/** @returns false where it was not there any more */
async function carryOut(
  bulk: Portal,
  removal: Removal,
  { organization_id: organizationId, user_id: memberId, role_id: roleId }: WaitingLine,
  change: Change,
): Promise<boolean> {
  // It waits here until there is room for it, rather than where it keeps others out of the organization.
  const held = await orNothing(bulk.api.members.roles(organizationId, memberId));
  if (!held || (roleId !== null && !held.some(({ id }) => id === roleId))) return false;
  const { requestId } = change;
  const inLock: Portal = {
    ...bulk,
    api: { ...bulk.api, ...bulk.api.with({ patience: PATIENCE, requestId }) },
  };
  const by = { change, authorizeAgain: () => mayStill(bulk, removal) };
  if (roleId !== null) return takeRoleAway(inLock, { organizationId, memberId }, roleId, by);
  await removeBareMember(inLock, { organizationId, memberId }, by);
  return true;
}

/** Logto being away altogether is no try in vain. */
async function isLastTry(
  { database }: Portal,
  line: WaitingLine,
  { isRecorded }: Change,
  error: unknown,
): Promise<boolean> {
  const { code } = toProblem(error);
  const isItsOwn = isRecorded || code === 'upstream.unexpected_response' || code === 'internal.error';
  if (!isItsOwn || isCertainlyNot(error) || code === 'audit.unavailable') return false;
  await wasInVain(database, line);
  return line.tries + 1 >= MOST_TRIES;
}

function inWords({ code, message }: Problem): Pick<Problem, 'code' | 'message'> {
  if (code !== 'role.above_ceiling') return { code, message };
  return { code, message: 'Staff may not take this role away: OPS_ASSIGNABLE_ROLES does not name it.' };
}

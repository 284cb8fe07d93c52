import type { ActivityEntry } from '@org-portal/contract';
import { stateChanges } from './state-changes.ts';

/** Key of the sentence that tells the entry, below `activity.sentences`, and the number that its plural goes by. */
export interface Sentence {
  key: SentenceKey;
  count: number;
}

type Form = 'done' | 'tried' | 'underWay';
type WithRoles = 'given' | 'taken' | 'replaced' | 'triedGiven' | 'triedTaken' | 'triedReplaced';
type Invited = 'doneAs' | 'doneUntil' | 'doneAsUntil' | 'triedAs';
type SentenceKey =
  `${ActivityEntry['action']}.${Form}` | `member.roles.change.${WithRoles}` | `invitation.create.${Invited}`;

/** Tells what was done, tried or is under way; with the roles and the expiry where the entry has them. */
export function sentenceOf(entry: ActivityEntry): Sentence {
  const { action } = entry;
  const form = formOf(entry);
  if (form !== 'underWay' && action === 'member.roles.change') return rolesSentence(entry, form);
  if (form !== 'underWay' && action === 'invitation.create') return inviteSentence(entry, form);
  return { key: `${action}.${form}`, count: 1 };
}

function formOf({ outcome }: ActivityEntry): Form {
  if (outcome === 'succeeded') return 'done';
  return outcome === 'attempted' ? 'underWay' : 'tried';
}

function rolesSentence(entry: ActivityEntry, form: 'done' | 'tried'): Sentence {
  const { added = [], removed = [] } = stateChanges(entry).roles ?? {};
  const key = (done: 'given' | 'taken' | 'replaced', tried: WithRoles): SentenceKey =>
    `member.roles.change.${form === 'done' ? done : tried}`;
  if (added.length > 0 && removed.length > 0) return { key: key('replaced', 'triedReplaced'), count: 1 };
  if (added.length > 0) return { key: key('given', 'triedGiven'), count: added.length };
  if (removed.length > 0) return { key: key('taken', 'triedTaken'), count: removed.length };
  return { key: `member.roles.change.${form}`, count: 1 };
}

function inviteSentence({ after }: ActivityEntry, form: 'done' | 'tried'): Sentence {
  const count = after?.roles?.length ?? 0;
  if (form === 'tried') return { key: `invitation.create.${count > 0 ? 'triedAs' : 'tried'}`, count };
  if (!after?.expiresAt) return { key: `invitation.create.${count > 0 ? 'doneAs' : 'done'}`, count };
  return { key: `invitation.create.${count > 0 ? 'doneAsUntil' : 'doneUntil'}`, count };
}

import type { Change } from '../record/change.ts';
import type { WaitingLine } from './lines.ts';
import type { Removal } from './tables.ts';

/** @returns what the record says of the line's attempt: it is made by whoever began the removal */
export const changeOfLine = (removal: Removal, line: WaitingLine, requestId: string): Change => ({
  action: line.role_id === null ? 'member.remove' : 'member.roles.change',
  actor: { ...removal.started_by, staffRole: 'ops' },
  session: removal.session,
  organization: { id: line.organization_id, name: line.organization_name },
  target: { type: 'member', id: line.user_id, name: null },
  reason: removal.reason,
  requestId,
  isRecorded: false,
});

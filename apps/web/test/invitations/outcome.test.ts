import { PROBLEM_STATUS, type Invitation, type ProblemCode } from '@org-portal/contract';
import { describe, expect, it } from 'vitest';
import { countOutcomes, outcomeOf } from '../../src/features/invitations/invite/outcome.ts';

const sent = (invitee: string) => ({ invitee, invitation: { invitee } as Invitation });
const refused = (invitee: string, code: ProblemCode) => ({ invitee, problem: { code, detail: '' } });

describe('outcomeOf', () => {
  it('leaves nothing to do for members and for those with a pending invitation', () => {
    expect(outcomeOf(refused('a@x.co', 'invitee.already_member'))).toBe('settled');
    expect(outcomeOf(refused('a@x.co', 'invitation.already_pending'))).toBe('settled');
  });

  it('counts every other problem as failed', () => {
    const others = (Object.keys(PROBLEM_STATUS) as ProblemCode[]).filter((code) => !/already/.test(code));
    expect(others.filter((code) => outcomeOf(refused('a@x.co', code)) !== 'failed')).toEqual([]);
  });
});

const results = [
  sent('a@x.co'),
  refused('b@x.co', 'upstream.timeout'),
  refused('c@x.co', 'invitee.already_member'),
  refused('d@', 'invitee.invalid'),
];

it('counts what came of all', () => {
  expect(countOutcomes(results)).toEqual({ sent: 1, settled: 1, failed: 2 });
});

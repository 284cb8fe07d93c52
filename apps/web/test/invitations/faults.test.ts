import { MAX_INVITEES } from '@org-portal/contract';
import type { TFunction } from 'i18next';
import { expect, it } from 'vitest';
import { expiryFault } from '../../src/features/invitations/invite/expiry-fault.ts';
import { inviteesFault } from '../../src/features/invitations/invite/invitees-fault.ts';
import { toInvitee } from '../../src/features/invitations/invite/invitees.ts';

const t = ((key: string, values?: { count?: number }) => [key, values?.count].join(' ').trim()) as TFunction;
const people = (count: number) => Array.from({ length: count }, (_, number) => toInvitee(`p${number}@x.co`));

it('sends as many as one request takes, and says how many are too many', () => {
  expect(inviteesFault(people(MAX_INVITEES), t)).toBeUndefined();
  expect(inviteesFault(people(MAX_INVITEES + 3), t)).toBe('invitations.tooMany 3');
});

it('counts only what is sent', () => {
  expect(inviteesFault([...people(MAX_INVITEES), toInvitee('bob@')], t)).toBeUndefined();
  expect(inviteesFault([toInvitee('bob@')], t)).toBe('invitations.addressesMissing');
  expect(inviteesFault([], t)).toBe('invitations.addressesMissing');
});

it('asks for a last day that can be', () => {
  const now = new Date(2026, 10, 22, 12).getTime();
  expect(expiryFault({ days: 7 }, now, t)).toBeUndefined();
  expect(expiryFault({ lastDay: undefined }, now, t)).toBe('invitations.lastDayMissing');
  expect(expiryFault({ lastDay: new Date(2026, 10, 21) }, now, t)).toBe('invitations.lastDayWrong');
  expect(expiryFault({ lastDay: new Date(2026, 10, 22) }, now, t)).toBeUndefined();
});

import type { TFunction } from 'i18next';
import { expect, it } from 'vitest';
import { expiryFault } from '../../src/features/invitations/invite/expiry-fault.ts';

const t = ((key: string, values?: { count?: number }) => [key, values?.count].join(' ').trim()) as TFunction;

it('asks for a last day that can be', () => {
  const now = new Date(2026, 10, 22, 12).getTime();
  expect(expiryFault({ days: 7 }, now, t)).toBeUndefined();
  expect(expiryFault({ lastDay: undefined }, now, t)).toBe('invitations.lastDayMissing');
  expect(expiryFault({ lastDay: new Date(2026, 10, 21) }, now, t)).toBe('invitations.lastDayWrong');
  expect(expiryFault({ lastDay: new Date(2026, 10, 22) }, now, t)).toBeUndefined();
});

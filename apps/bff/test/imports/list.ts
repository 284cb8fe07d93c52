import type { Import } from '@org-portal/contract';
import { demo } from '@org-portal/dev-logto';
import { expect } from 'vitest';
import type { Browser } from '../harness/browser.ts';

const DAY = 86_400_000;
let made = 0;

/** @returns addresses that nobody has had yet */
export function addresses(count: number): string[] {
  made += 1;
  return Array.from({ length: count }, (_, index) => `p${made}-${index + 1}@example.com`);
}

export const inDays = (days: number): string => new Date(Date.now() + days * DAY).toISOString();

/** @returns a row of an import: a member for 14 days, unless it says otherwise */
export const rowOf = (invitee: string, rest: object = {}) => ({
  invitee,
  roleIds: [demo.organizationRoles.member],
  expiresAt: inDays(14),
  ...rest,
});

/** Hands an import in. @param rest of its body */
export async function handIn(
  browser: Browser,
  organization: string,
  rows: object[],
  rest: object = {},
): Promise<Import> {
  const body = { language: 'en', by: 'mail', rows, ...rest };
  const reply = await browser.call('POST', `/api/organizations/${organization}/imports`, body);
  expect(reply.status).toBe(201);
  return reply.json();
}

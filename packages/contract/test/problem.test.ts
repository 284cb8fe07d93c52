import { expect, it } from 'vitest';
import { PROBLEM_STATUS, isProblemCode } from '@org-portal/contract';

it('knows its own codes and no property of objects', () => {
  for (const code of Object.keys(PROBLEM_STATUS)) expect(isProblemCode(code)).toBe(true);
  for (const code of ['toString', '__proto__', 'constructor', '', undefined, 404]) {
    expect(isProblemCode(code)).toBe(false);
  }
});

it('sends every problem as an error', () => {
  for (const status of Object.values(PROBLEM_STATUS)) expect(status).toBeGreaterThanOrEqual(400);
});

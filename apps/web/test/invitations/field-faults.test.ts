import { expect, it } from 'vitest';
import { fieldFaults } from '../../src/features/invitations/invite/field-faults.ts';
import type { TFunction } from 'i18next';

const t = ((key: string) => key) as TFunction;
const refusal = (code: string, ...fields: string[]) => ({
  kind: 'http',
  problem: { code },
  errors: Object.fromEntries(fields.map((field) => [field, ['for developers']])),
});

it.each([
  ['reason.required', 'reason', 'reason'],
  ['role.above_ceiling', 'roleIds', 'roleIds'],
  ['request.invalid', 'expiresAt', 'expiry'],
])('marks what %s says of %s', (code, field, name) => {
  expect(fieldFaults(refusal(code, field), t)).toEqual([{ name, errors: [`problems.${code}`] }]);
});

it('marks a field once, however much is wrong with it', () => {
  expect(fieldFaults(refusal('role.above_ceiling', 'roleIds.1', 'roleIds.2'), t)).toHaveLength(1);
});

it('marks nothing when no field is named, or one that the form does not have', () => {
  expect(fieldFaults(refusal('email.not_configured'), t)).toEqual([]);
  expect(fieldFaults(refusal('request.invalid', 'constructor'), t)).toEqual([]);
  expect(fieldFaults(new Error('no reply'), t)).toEqual([]);
});

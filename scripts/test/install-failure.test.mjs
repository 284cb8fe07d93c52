import { expect, test } from 'vitest';
import { installFailure } from '../prepare/install.mjs';

test.each([
  'npm error code ENOTFOUND\nnpm error network request failed',
  'npm error code ECONNREFUSED\nnpm error syscall connect',
  'ERR_PNPM_META_FETCH_FAIL  GET /react: connect ETIMEDOUT',
])('an unreachable registry is one line: %s', (output) => {
  const { message, exitCode } = installFailure(output, 1);
  expect(message).toMatch(/^Dependencies cannot be installed: the package registry is out of reach\..*$/);
  expect(exitCode).not.toBe(0);
});

test('anything else shows what pnpm said', () => {
  expect(installFailure('ERR_PNPM_OUTDATED_LOCKFILE', 1).message).toContain('ERR_PNPM_OUTDATED_LOCKFILE\n');
});

test('a missing npx is named', () => {
  expect(installFailure('spawn npx ENOENT', 127).message).toContain('npx was not found');
});

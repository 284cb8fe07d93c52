import { expect, it } from 'vitest';
import { stateChanges } from '../../src/features/activity/entry/state-changes.ts';
import { admin, member, viewer } from './entries.ts';

it('tells which roles come, go and stay', () => {
  expect(stateChanges({ before: { roles: [viewer, member] }, after: { roles: [member, admin] } })).toEqual({
    roles: { added: [admin], removed: [viewer], kept: [member] },
  });
});

it('knows a role by its id: a new name is no new role', () => {
  const renamed = { ...member, name: 'staff' };
  expect(stateChanges({ before: { roles: [member] }, after: { roles: [renamed] } }).roles).toEqual({
    added: [],
    removed: [],
    kept: [renamed],
  });
});

it('shows the roles of one state as they are, none included', () => {
  expect(stateChanges({ before: { roles: [member] }, after: null }).roles?.kept).toEqual([member]);
  expect(stateChanges({ before: null, after: { roles: [] } })).toEqual({
    roles: { added: [], removed: [], kept: [] },
  });
});

it('leaves a property as it was when the state after does not tell of it', () => {
  const before = { roles: [viewer], status: 'Pending', expiresAt: '2026-12-01T00:00:00Z' };
  expect(stateChanges({ before, after: { status: 'Revoked' } })).toEqual({
    roles: { added: [], removed: [], kept: [viewer] },
    status: { before: 'Pending', after: 'Revoked' },
    expiresAt: { before: before.expiresAt, after: before.expiresAt },
  });
});

it('tells nothing where there is nothing', () => {
  expect(stateChanges({ before: null, after: null })).toEqual({});
});

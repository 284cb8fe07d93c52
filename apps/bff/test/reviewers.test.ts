import type { Reviewer } from '@org-portal/contract';
import { demo } from '@org-portal/dev-logto';
import { expect, it } from 'vitest';
import { startPortal } from './harness/portal.ts';

const { ops, support, viewer, nobody } = demo.users;
const portal = await startPortal();
const browser = await portal.signIn(ops);

const ids = async (query = '') => {
  const reply = await browser.get(`/api/reviewers${query}`);
  expect(reply.status).toBe(200);
  return {
    ids: ((await reply.json()) as Reviewer[]).map(({ id }) => id),
    total: Number(reply.headers.get('total-number')),
    link: reply.headers.get('link'),
  };
};

const giveOps = (userId: string) =>
  portal.operator.call('POST', `/users/${userId}/roles`, { roleIds: [demo.roles.ops] });

it('tells who is of ops and can sign in, a page at a time', async () => {
  const before = await ids();
  expect(before.ids).toContain(ops);
  expect(before.ids).not.toContain(support);
  await giveOps(viewer);
  await giveOps(nobody);
  await portal.operator.call('PATCH', `/users/${nobody}/is-suspended`, { isSuspended: true });
  const after = await ids();
  expect(after.ids.filter((id) => !before.ids.includes(id))).toEqual([viewer]);
  const second = await ids('?page=2&page_size=1');
  expect(second).toMatchObject({ ids: [after.ids[1]], total: after.total });
  expect(second.link).toContain('/api/reviewers?');
});

// Attack: support, or a customer's admin, asks who is of ops.
it('is there for ops alone', async () => {
  for (const other of [support, demo.users.owner]) {
    const theirs = await portal.signIn(other);
    expect((await theirs.get('/api/reviewers')).status).toBe(404);
  }
});

it('is nobody where no role of people is called so any more', async () => {
  // Who asks is known for a few seconds.
  expect((await ids()).ids).not.toEqual([]);
  await portal.operator.call('PATCH', `/roles/${demo.roles.ops}`, { name: 'renamed' });
  expect((await ids()).ids).toEqual([]);
});

import type { ActivityEntry } from '@org-portal/contract';
import { demo } from '@org-portal/dev-logto';
import { describe, expect, it } from 'vitest';
import { startPortal } from './harness/portal.ts';

const portal = await startPortal();
const { halden, kestrel } = demo.organizations;
const { owner, admin, viewer, ops } = demo.users;
const inHalden = `/api/organizations/${halden}/activity`;
const inKestrel = `/api/organizations/${kestrel}/activity`;

/** An entry of Halden: an admin may not remove an owner. */
async function entryOfHalden(): Promise<ActivityEntry> {
  const browser = await portal.signIn(admin);
  await browser.call('DELETE', `/api/organizations/${halden}/members/${owner}`);
  const [entry] = (await (await browser.get(inHalden)).json()) as ActivityEntry[];
  if (!entry) throw new Error('nothing was recorded');
  return entry;
}

const entry = await entryOfHalden();

describe('one entry', () => {
  it('is what the list says of it, in its organization and to ops in all', async () => {
    const byOwner = await (await portal.signIn(owner)).get(`${inHalden}/${entry.id}`);
    expect(await byOwner.json()).toEqual(entry);
    const byOps = await (await portal.signIn(ops)).get(`/api/activity/${entry.id}`);
    expect(await byOps.json()).toEqual(entry);
  });

  // Attack: an admin of two organizations, or of another one, counts through the ids.
  it('is none in another organization, and none across organizations to an admin', async () => {
    const browser = await portal.signIn(admin);
    expect((await browser.get(`${inKestrel}/${entry.id}`)).status).toBe(404);
    expect((await browser.get(`/api/activity/${entry.id}`)).status).toBe(404);
  });

  it('is refused to a viewer', async () => {
    expect((await (await portal.signIn(viewer)).get(`${inHalden}/${entry.id}`)).status).toBe(403);
  });

  // Attack: an id that the database chokes on.
  it.each(['0', '999999999999999999', '9999999999999999999999', '1e3', "1'--", 'x', '-1'])(
    'of the id %s does not exist',
    async (id) => {
      const browser = await portal.signIn(ops);
      expect((await browser.get(`${inHalden}/${encodeURIComponent(id)}`)).status).toBe(404);
    },
  );
});

import { demo } from '@org-portal/dev-logto';
import { describe, expect, it } from 'vitest';
import type { Browser } from './harness/browser.ts';
import { startPortal } from './harness/portal.ts';
import { startRecorder } from './harness/upstream-recorder.ts';

const { halden } = demo.organizations;
const { admin, owner, viewer } = demo.users;
const members = `/api/organizations/${halden}/members`;
const page = `${members}?page=1&page_size=20`;

describe('what a browser has already', async () => {
  const bodies: string[] = [];
  const upstream = await startRecorder((body, { url }) => {
    if (/\/users\?/.test(url)) bodies.push(body);
    return body;
  });
  const portal = await startPortal({ LOGTO_MANAGEMENT_ENDPOINT: upstream.origin });
  upstream.target = portal.logto.origin;
  const browser = await portal.signIn(admin);
  const again = (path: string, etag: string | null, by: Browser = browser) =>
    by.call('GET', path, undefined, { 'if-none-match': etag ?? '' });
  const etagOf = async (path: string, by: Browser = browser) => (await by.get(path)).headers.get('etag');

  it('members that have not changed are 304 from Logto to the browser, with the headers of the list', async () => {
    const first = await browser.get(page);
    const etag = first.headers.get('etag');
    expect(etag).toMatch(/^"[\w-]{27}"$/);
    bodies.length = 0;
    const second = await again(page, etag);
    expect(second.status).toBe(304);
    expect(await second.text()).toBe('');
    for (const name of ['etag', 'total-number', 'link', 'cache-control']) {
      expect(second.headers.get(name)).toBe(first.headers.get(name));
    }
    expect(bodies).toEqual(['']);
  });

  it('a list of tags, a weak one and a strange one are understood', async () => {
    const etag = await etagOf(page);
    expect((await again(page, `"other", W/${etag}`)).status).toBe(304);
    expect((await again(page, '"other"')).status).toBe(200);
    expect((await again(page, 'no tag at all')).status).toBe(200);
    expect((await again(page, `"${'x'.repeat(8_000)}"`)).status).toBe(200);
  });

  it.each([
    '/api/session',
    '/api/organizations',
    `/api/organizations/${halden}`,
    `${members}/${viewer}`,
    `${members}?q=99`,
    `/api/organizations/${halden}/invitations`,
    '/api/organization-roles',
    `/api/organizations/${halden}/activity`,
  ])('%s is 304 as long as it is the same', async (path) => {
    const etag = await etagOf(path);
    const second = await again(path, etag);
    expect([second.status, await second.text()]).toEqual([304, '']);
  });

  // Attack: with the tag of what somebody else was shown, find out that it is the same for me, or be told that I have it.
  it('the tag of one person is nothing to another, nor that of one organization or page', async () => {
    const other = await portal.signIn(owner);
    const etag = await etagOf(page);
    const reply = await again(page, etag, other);
    expect(reply.status).toBe(200);
    expect(await reply.json()).toHaveLength(20);
    expect(await etagOf(page, other)).not.toBe(etag);
    expect((await again(members, etag)).status).toBe(200);
  });

  // Attack: Logto's own tag is a sum over all it knows of somebody; by trying, it would tell their telephone number.
  it("Logto's own tag does not come through, and is not taken", async () => {
    const reply = await portal.operator.send('GET', `/organizations/${halden}/users?page=1&page_size=20`);
    const logtos = reply.headers.get('etag');
    expect(logtos).toMatch(/^"/);
    expect(await etagOf(page)).not.toBe(logtos);
    expect((await again(page, logtos)).status).toBe(200);
  });

  it('rows that are the same on one page come with a total that is not', async () => {
    const last = `${members}?page=1&page_size=1`;
    const etag = await etagOf(last);
    const total = Number((await browser.get(last)).headers.get('total-number'));
    expect((await browser.call('DELETE', `${members}/${viewer}`)).status).toBe(204);
    const reply = await again(last, etag);
    expect([reply.status, Number(reply.headers.get('total-number'))]).toEqual([304, total - 1]);
  });

  it('a refusal is never 304', async () => {
    const stranger = await portal.signIn(demo.users.nobody);
    const refused = await stranger.get(page);
    expect(refused.headers.get('etag')).toBeNull();
    expect((await again(page, '*', stranger)).status).toBe(404);
  });

  it('who may do less from now on gets the page anew, though Logto has not changed it', async () => {
    const path = `${members}?q=${owner}`;
    const etag = await etagOf(path);
    const boss = await portal.signIn(owner);
    const roleIds = [demo.organizationRoles.viewer];
    expect((await boss.call('PUT', `${members}/${admin}/roles`, { roleIds })).status).toBe(200);
    const reply = await again(path, etag);
    expect([reply.status, (await reply.json())[0].blocked.remove]).toEqual([200, 'permission.missing']);
  });
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demo, startDevLogto, type DevLogto } from '../src/index.ts';
import { managementApi } from './management-api.ts';
import { exchange } from './replay/exchange.ts';

let logto: DevLogto;
let api: Awaited<ReturnType<typeof managementApi>>;
const { halden, pine, fjord } = demo.organizations;
const week = () => Date.now() + 7 * 86_400_000;

beforeAll(async () => {
  logto = await startDevLogto();
  api = await managementApi(logto.origin);
});
afterAll(() => logto.close());

describe('HTTP', () => {
  test('a GET that is known already gets 304', async () => {
    const first = await api('GET', `/organizations/${halden}`);
    const etag = first.headers.get('etag') ?? '';
    const again = await api('GET', `/organizations/${halden}`, undefined, { 'if-none-match': etag });
    expect(again).toMatchObject({ status: 304, body: '' });
    await api('PATCH', `/organizations/${halden}`, { description: 'Changed' });
    expect((await api('GET', `/organizations/${halden}`, undefined, { 'if-none-match': etag })).status).toBe(
      200,
    );
  });

  test('a method that a path does not have gets 405 and what it has', async () => {
    const { status, headers } = await api('PUT', `/organizations/${halden}`, {});
    expect(status).toBe(405);
    expect(headers.get('allow')).toBe('HEAD, GET, PATCH, DELETE');
  });

  test('each relation of Link has a line of its own', async () => {
    const { headers } = await api('GET', '/organizations?page_size=5&page=2');
    expect(headers.get('link')).toContain('rel="prev"');
    const plain = await exchange({ method: 'GET', url: `${logto.origin}/api/organizations`, headers: {} });
    expect(plain.lines.filter(([name]) => name === 'link')).toEqual([]);
  });

  test('a body of several megabytes is refused, and the server goes on', async () => {
    const { status } = await api('POST', '/organizations', { name: 'x'.repeat(10_000_000) });
    expect(status).toBe(413);
    expect((await api('GET', `/organizations/${fjord}`)).status).toBe(200);
  });

  test('somebody calls with a token of another audience', async () => {
    const { status, body } = await api('GET', '/organizations', undefined, {
      authorization: 'Basic cG9ydGFs',
    });
    expect(status).toBe(401);
    expect(body.code).toBe('auth.authorization_token_type_not_supported');
  });

  test('calls are counted by their template, and the counters can be reset', async () => {
    logto.calls.reset();
    await api('GET', `/organizations/${halden}/users?page=3`);
    await api('GET', `/organizations/${fjord}/users`);
    await managementApi(logto.origin);
    expect(logto.calls.count('GET /api/organizations/{id}/users')).toBe(2);
    expect(logto.calls.all()).toEqual({ 'GET /api/organizations/{id}/users': 2, 'POST /oidc/token': 1 });
    expect(logto.calls.total).toBe(3);
  });
});

describe('members', () => {
  test('every page is cut from one order, without gaps or repeats', async () => {
    const pages = await Promise.all(
      Array.from({ length: 24 }, (_, at) =>
        api('GET', `/organizations/${halden}/users?page=${at + 1}&page_size=100`),
      ),
    );
    const ids = pages.flatMap(({ body }) => body.map(({ id }: { id: string }) => id));
    expect(new Set(ids).size).toBe(2400);
  });

  test('q finds in any script and case, and filters together with a role', async () => {
    const found = await api(
      'GET',
      `/organizations/${halden}/users?q=${encodeURIComponent('SØRENSEN')}&page_size=100`,
    );
    expect(found.body.length).toBeGreaterThan(0);
    expect(found.body.every(({ name }: { name: string }) => name.toLowerCase().includes('sørensen'))).toBe(
      true,
    );
    const admins = `organizationRoleId=${demo.organizationRoles.admin}`;
    const both = await api('GET', `/organizations/${halden}/users?q=ingrid&${admins}`);
    expect(both.body.map(({ id }: { id: string }) => id)).toContain(demo.users.admin);
    expect(both.headers.get('total-number')).toBe(String(both.body.length));
  });

  test('q finds people by what they are called now, and as soon as they are members', async () => {
    const found = async (q: string) =>
      (await api('GET', `/organizations/${pine}/users?q=${q}`)).body.map(({ id }: { id: string }) => id);
    const { body: user } = await api('POST', '/users', {
      primaryEmail: 'q@example.com',
      name: 'Before Then',
    });
    expect(await found('before')).toEqual([]);
    await api('POST', `/organizations/${pine}/users`, { userIds: [user.id] });
    expect(await found('before')).toEqual([user.id]);
    await api('PATCH', `/users/${user.id}`, { name: 'After That' });
    expect([await found('before'), await found('AFTER'), await found('af%25at')]).toEqual([
      [],
      [user.id],
      [user.id],
    ]);
    await api('DELETE', `/users/${user.id}`);
    expect(await found('after')).toEqual([]);
  });

  test('a role that is deleted is gone from members and invitations', async () => {
    const { body: role } = await api('POST', '/organization-roles', { name: 'temporary' });
    await api('POST', `/organizations/${halden}/users/${demo.users.viewer}/roles`, {
      organizationRoleIds: [role.id],
    });
    const { body: made } = await api('POST', '/organization-invitations', {
      organizationId: pine,
      invitee: 'role.gone@example.com',
      expiresAt: week(),
      organizationRoleIds: [role.id],
    });
    await api('DELETE', `/organization-roles/${role.id}`);
    const { body: held } = await api('GET', `/organizations/${halden}/users/${demo.users.viewer}/roles`);
    expect(held.map(({ name }: { name: string }) => name)).toEqual(['viewer']);
    expect((await api('GET', `/organization-invitations/${made.id}`)).body.organizationRoles).toEqual([]);
  });

  test('a user who is deleted is no member any more, and what they sent is gone', async () => {
    const { body: user } = await api('POST', '/users', { primaryEmail: 'leaving@example.com' });
    await api('POST', `/organizations/${pine}/users`, { userIds: [user.id] });
    const { body: sent } = await api('POST', '/organization-invitations', {
      organizationId: pine,
      invitee: 'sent.by.leaving@example.com',
      expiresAt: week(),
      inviterId: user.id,
    });
    expect((await api('DELETE', `/users/${user.id}`)).status).toBe(204);
    expect((await api('GET', `/organizations/${pine}/users`)).body).toEqual([]);
    expect((await api('GET', `/organization-invitations/${sent.id}`)).status).toBe(404);
    expect((await api('POST', '/users', { primaryEmail: 'Leaving@example.com' })).status).toBe(200);
  });
});

describe('e-mail', () => {
  const invite = (invitee: string) =>
    api('POST', '/organization-invitations', {
      organizationId: fjord,
      invitee,
      expiresAt: week(),
      inviterId: demo.users.owner,
      messagePayload: { link: 'https://portal.example/join?x=1&y=2' },
    });

  test('what was sent is in the outbox, newest first, with the link', async () => {
    await invite('first@example.com');
    await invite('second@example.com');
    expect(
      logto
        .outbox()
        .slice(0, 2)
        .map(({ to }) => to),
    ).toEqual(['second@example.com', 'first@example.com']);
    const json = await fetch(`${logto.origin}/outbox.json`).then((response) => response.json());
    expect(json[0]).toMatchObject({
      to: 'second@example.com',
      type: 'OrganizationInvitation',
      payload: {
        link: 'https://portal.example/join?x=1&y=2',
        organization: { id: fjord, name: 'Fjord' },
        inviter: { name: 'Amara Okafor' },
      },
    });
    const page = await fetch(`${logto.origin}/outbox`).then((response) => response.text());
    expect(page).toContain('Amara Okafor invites you to Fjord');
    expect(page).toContain('href="https://portal.example/join?x=1&amp;y=2"');
    const negotiated = await fetch(`${logto.origin}/outbox`, { headers: { accept: 'application/json' } });
    expect(negotiated.headers.get('content-type')).toContain('application/json');
  });

  test('the 11th message to one address in 10 minutes is refused, in any case of writing', async () => {
    const { body: made } = await invite('many@example.com');
    const again = () =>
      api('POST', `/organization-invitations/${made.id}/message`, { link: 'https://portal.example/join' });
    for (let message = 2; message <= 10; message += 1) expect((await again()).status).toBe(204);
    expect(await again()).toMatchObject({ status: 429, body: { code: 'request.message_rate_limited' } });
    expect((await invite('MANY@example.com')).status).toBe(429);
    const { body: kept } = await api('GET', '/organization-invitations?invitee=many%40example.com');
    expect(kept).toHaveLength(1);
  });

  test('somebody sends a link that runs a script', async () => {
    await api('POST', '/organization-invitations', {
      organizationId: fjord,
      invitee: 'scripted@example.com',
      expiresAt: week(),
      messagePayload: { link: 'javascript:alert(1)' },
    });
    const page = await fetch(`${logto.origin}/outbox`).then((response) => response.text());
    expect(page).toContain('javascript:alert(1)');
    expect(page).not.toContain('href="javascript:');
  });
});

import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { demo, startDevLogto, type DevLogto } from '../src/index.ts';
import recorded from './fixtures/webhooks.json' with { type: 'json' };
import { managementApi } from './management-api.ts';
import { receiver, type Delivery } from './receiver.ts';
import { differences } from './replay/difference.ts';

let logto: DevLogto;
let api: Awaited<ReturnType<typeof managementApi>>;
beforeAll(async () => {
  logto = await startDevLogto();
  api = await managementApi(logto.origin);
});
afterAll(() => logto.close());

const membership = 'Organization.Membership.Updated';
const { fjord, pine } = demo.organizations;

/** A receiver that answers with these, and a hook that posts to it. */
async function hooked(events: readonly string[], ...statuses: Parameters<typeof receiver>) {
  const to = await receiver(...statuses);
  const config = { url: to.url, headers: { 'X-A': 'b' } };
  const { body: hook } = await api('POST', '/hooks', { name: 'portal', events, config });
  onTestFinished(async () => {
    await api('DELETE', `/hooks/${hook.id}`);
    to.close();
  });
  const logs = () => api('GET', `/hooks/${hook.id}/recent-logs?page=1`);
  return { to, hook, logs };
}

const json = ({ text }: Delivery) => JSON.parse(text);
const rename = (name: string) => api('PATCH', `/organizations/${pine}`, { name });

describe('what is delivered', () => {
  const known = new Map([['run', 'abc']]);
  const asRecorded = (place: number) => recorded.deliveries[place]!;

  /** Times are any time; ids are those of this run. */
  function expected(place: number): object {
    return JSON.parse(JSON.stringify(asRecorded(place).body), (key, value) =>
      /^(created|updated)At$/.test(key)
        ? typeof value === 'number'
          ? '{{timestamp}}'
          : '{{varies}}'
        : value,
    );
  }

  test('is as recorded: events, headers, bodies, signature', async () => {
    const events = [...new Set(recorded.deliveries.map(({ event }) => event))];
    const { body: user } = await api('POST', '/users', {
      primaryEmail: 'h.abc@example.com',
      name: 'Hook User',
    });
    const { to, hook } = await hooked(events);
    known.set('hook', hook.id).set('user', user.id);

    async function check(place: number): Promise<void> {
      const delivery = await to.take();
      const body = json(delivery);
      expect(differences(expected(place), body, known)).toEqual([]);
      expect(Object.keys(body)).toEqual(Object.keys(asRecorded(place).body));
      expect(new Date(body.createdAt).toISOString()).toBe(body.createdAt);
      const signature = createHmac('sha256', hook.signingKey).update(delivery.text).digest('hex');
      const headers = { ...asRecorded(place).headers, 'logto-signature-sha-256': signature };
      expect(delivery.headers).toMatchObject(headers);
    }

    const { body: organization } = await api('POST', '/organizations', { name: 'Hook abc' });
    known.set('org', organization.id);
    await check(0);
    await api('POST', `/organizations/${organization.id}/users`, { userIds: [user.id] });
    await check(1);
    const { body: role } = await api('POST', '/organization-roles', { name: 'r abc' });
    known.set('role', role.id);
    await check(2);
    await api('PATCH', `/organizations/${organization.id}`, { name: 'Hook2 abc' });
    await check(3);
    await api('PATCH', `/users/${user.id}/is-suspended`, { isSuspended: true });
    await check(4);
    await api('DELETE', `/organizations/${organization.id}/users/${user.id}`);
    await check(5);
    await api('DELETE', `/organizations/${organization.id}`);
    await check(6);
    await api('DELETE', `/users/${user.id}`);
    await check(7);
    expect(to.all).toHaveLength(recorded.deliveries.length);
  });

  test('replacing members tells who came and who went; nobody twice', async () => {
    const { to } = await hooked([membership]);
    const { owner, admin, viewer } = demo.users;
    await api('PUT', `/organizations/${pine}/users`, { userIds: [owner, admin] });
    expect(json(await to.take())).toMatchObject({ organizationId: pine, addedUserIds: [owner, admin] });
    await api('PUT', `/organizations/${pine}/users`, { userIds: [admin, viewer] });
    const changed = json(await to.take());
    expect(changed).toMatchObject({ method: 'PUT', addedUserIds: [viewer], removedUserIds: [owner] });
    await api('POST', `/organizations/${pine}/users`, { userIds: [admin] });
    expect(json(await to.take())).not.toHaveProperty('addedUserIds');
    await api('PUT', `/organizations/${pine}/users`, { userIds: [] });
    expect(json(await to.take())).toMatchObject({ removedUserIds: [admin, viewer] });
  });

  test('an accepted invitation tells of the new member', async () => {
    const { to } = await hooked([membership]);
    const invitee = { email: 'lin.xiaoyu@example.com', id: demo.users.nobody };
    const { body: invitation } = await api('POST', '/organization-invitations', {
      organizationId: pine,
      invitee: invitee.email,
      expiresAt: Date.now() + 60_000,
    });
    await api('PUT', `/organization-invitations/${invitation.id}/status`, {
      status: 'Accepted',
      acceptedUserId: invitee.id,
    });
    expect(json(await to.take())).toMatchObject({ organizationId: pine, addedUserIds: [invitee.id] });
    await api('DELETE', `/organizations/${pine}/users/${invitee.id}`);
    await to.take();
  });
});

describe('what is not delivered', () => {
  test('the roles of a member, invitations, what was refused', async () => {
    const { to, logs } = await hooked([membership, 'User.Data.Updated', 'Organization.Data.Updated']);
    const member = `/organizations/${fjord}/users/${demo.users.owner}`;
    await api('POST', `/organizations/${fjord}/users`, { userIds: [demo.users.owner] });
    await to.take();
    const organizationRoleIds = [demo.organizationRoles.viewer];
    await api('POST', `${member}/roles`, { organizationRoleIds });
    await api('PUT', `${member}/roles`, { organizationRoleIds: [] });
    const { body: invitation } = await api('POST', '/organization-invitations', {
      organizationId: fjord,
      invitee: 'silent@example.com',
      expiresAt: Date.now() + 60_000,
    });
    await api('PUT', `/organization-invitations/${invitation.id}/status`, { status: 'Revoked' });
    await api('DELETE', `/organization-invitations/${invitation.id}`);
    expect((await api('PATCH', '/users/nobody', { name: 'No' })).status).toBe(404);
    await rename('Pine & Patchwork & Co');
    expect(json(await to.take())).toMatchObject({ event: 'Organization.Data.Updated' });
    await expect.poll(async () => (await logs()).headers.get('total-number')).toBe('2');
    expect(to.all).toHaveLength(2);
  });

  test('to a hook that is off, or waits for something else', async () => {
    const { to, hook } = await hooked(['Organization.Data.Updated']);
    const other = await hooked(['Organization.Deleted']);
    await api('PATCH', `/hooks/${hook.id}`, { enabled: false });
    await rename('Pine');
    await api('PATCH', `/hooks/${hook.id}`, { enabled: true });
    await rename('Pine & Patchwork');
    expect(json(await to.take())).toMatchObject({ data: { name: 'Pine & Patchwork' } });
    expect([to.all.length, other.to.all.length]).toEqual([1, 0]);
  });
});

describe('a test of a hook', () => {
  const config = (url: string) => ({ events: ['PostSignIn', 'User.Created'], config: { url } });

  test('sends made-up events to the address that it names, signed; no log shows it', async () => {
    const { hook, to, logs } = await hooked(['User.Deleted']);
    const other = await receiver();
    onTestFinished(() => other.close());
    expect((await api('POST', `/hooks/${hook.id}/test`, config(other.url))).status).toBe(204);
    const told = [await other.take(), await other.take()];
    expect(told.map((one) => json(one).event).sort()).toEqual(['PostSignIn', 'User.Created']);
    for (const { text, headers } of told) {
      const signature = createHmac('sha256', hook.signingKey).update(text).digest('hex');
      expect(headers['logto-signature-sha-256']).toBe(signature);
    }
    expect([to.all.length, (await logs()).body]).toEqual([0, []]);
  });

  test('says what the receiver answered, or that there is none', async () => {
    const { hook } = await hooked(['User.Deleted']);
    const refusing = await receiver(410, 410);
    expect(await api('POST', `/hooks/${hook.id}/test`, config(refusing.url))).toMatchObject({
      status: 422,
      body: {
        code: 'hook.endpoint_responded_with_error',
        data: { responseStatus: 410, responseBody: '{"heard":true}' },
      },
    });
    refusing.close();
    const gone = await api('POST', `/hooks/${hook.id}/test`, config(refusing.url));
    expect([gone.status, gone.body.code]).toEqual([422, 'hook.send_test_payload_failed']);
    expect((await api('POST', '/hooks/nowhere/test', config(refusing.url))).status).toBe(404);
  });
});

describe('a receiver that fails', () => {
  test('with 5xx is tried three times more, with the same body', async () => {
    const { to, logs } = await hooked(['Organization.Data.Updated'], 500, 503, 599);
    await rename('Pine three times');
    const attempts = [await to.take(), await to.take(), await to.take(), await to.take()];
    expect(new Set(attempts.map(({ text }) => text)).size).toBe(1);
    await expect.poll(async () => (await logs()).body).toHaveLength(1);
    const [log] = (await logs()).body;
    expect(log).toMatchObject({
      key: 'TriggerHook.Organization.Data.Updated',
      payload: {
        result: 'Success',
        hookRequest: { body: json(attempts[0]!) },
        response: { statusCode: 200, body: { heard: true } },
      },
    });
  });

  test('for good is given up and written down', async () => {
    const { to, logs } = await hooked(['Organization.Data.Updated'], 500, 500, 500, 502);
    await rename('Pine in vain');
    await expect.poll(async () => (await logs()).body, { timeout: 10_000 }).toHaveLength(1);
    expect((await logs()).body[0].payload).toMatchObject({ result: 'Error', response: { statusCode: 502 } });
    expect(to.all).toHaveLength(4);
  });

  test('with 4xx, or by not being there, is not tried again', async () => {
    const refusing = await hooked(['Organization.Data.Updated'], 404);
    const gone = await hooked(['Organization.Data.Updated']);
    gone.to.close();
    await rename('Pine once');
    for (const { logs } of [refusing, gone]) {
      await expect.poll(async () => (await logs()).body[0]?.payload.result).toBe('Error');
    }
    expect(refusing.to.all).toHaveLength(1);
    expect((await gone.logs()).body[0].payload).not.toHaveProperty('response');
  });

  test('to answer at all does not hold up the end', async () => {
    const own = await startDevLogto();
    const to = await receiver('never');
    const call = await managementApi(own.origin);
    await call('POST', '/hooks', {
      name: 'hangs',
      events: ['Organization.Data.Updated'],
      config: { url: to.url },
    });
    await call('PATCH', `/organizations/${pine}`, { name: 'Pine' });
    await to.take();
    const asked = performance.now();
    await own.close();
    expect(performance.now() - asked).toBeLessThan(3000);
    to.close();
  });
});

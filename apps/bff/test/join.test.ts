import { demo } from '@org-portal/dev-logto';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { joinLink } from '../src/invitations/link.ts';
import type { Browser } from './harness/browser.ts';
import { secrets, startPortal } from './harness/portal.ts';

const portal = await startPortal();
const { halden } = demo.organizations;
const { admin, viewer } = demo.users;
const roles = demo.organizationRoles;
let inviter: Browser;
let count = 0;
const fresh = () => `invited${++count}@example.com`;

beforeAll(async () => {
  inviter = await portal.signIn(admin);
});

interface Invited {
  id: string;
  invitee: string;
  expiresAt: string;
}

/** @returns the invitation, and the token of the link that was e-mailed */
async function invite(language = 'en', invitee = fresh()): Promise<Invited & { token: string }> {
  const reply = await inviter.call('POST', `/api/organizations/${halden}/invitations`, {
    invitees: [invitee],
    roleIds: [roles.member],
    expiresAt: new Date(Date.now() + 7 * 86_400_000).toISOString(),
    language,
  });
  const { results } = (await reply.json()) as { results: { invitation: Invited }[] };
  const { invitation } = results[0]!;
  return { ...invitation, token: mailedTo(invitation.invitee) };
}

/** @returns the token of the link that was e-mailed last */
function mailedTo(invitee: string): string {
  const mail = portal.logto.outbox().find(({ to }) => to === invitee);
  return String(mail?.payload['link']).split('/join#')[1]!;
}

const sealed = (via: 'mail' | 'copy', invitee: string, expiresAt: number) =>
  joinLink(
    { portalUrl: new URL(portal.origin), sessionSecrets: [secrets.SESSION_SECRET] },
    {
      organizationId: halden,
      invitee,
      expiresAt,
      via,
    },
  ).split('/join#')[1]!;
const copyOf = ({ invitee, expiresAt }: Invited) => sealed('copy', invitee, Date.parse(expiresAt));

const view = async (browser: Browser, token: string) => {
  const reply = await browser.call('POST', '/api/join', { token });
  return { status: reply.status, body: (await reply.json()) as Record<string, unknown> };
};
const leave = (browser: Browser, token: string) =>
  browser.step('/auth/join', {
    method: 'POST',
    headers: { origin: portal.origin },
    body: new URLSearchParams({ token, ui_locales: 'en' }),
  });
const requestOf = async (browser: Browser, token: string) =>
  new URL((await leave(browser, token)).headers.get('location')!).searchParams;
const statusOf = async ({ id }: Invited) =>
  (await portal.operator.call<{ status: string }>('GET', `/organization-invitations/${id}`)).status;

/** Follows the link of an e-mail as somebody who has no account yet. */
async function signUp(browser: Browser, token: string, username: string): Promise<Response> {
  const location = (await leave(browser, token)).headers.get('location')!;
  const page = await browser.visit(location);
  return browser.visit(page.url, { method: 'POST', body: new URLSearchParams({ username }) });
}

describe('the link of an e-mail', () => {
  it('shows who invites to what, and as what, before anybody signs in', async () => {
    const { token, invitee, expiresAt } = await invite();
    expect(await view(portal.visitor(), token)).toMatchObject({
      status: 200,
      body: {
        state: 'pending',
        invitee,
        expiresAt,
        organization: { id: halden, name: 'Halden Logistics' },
        inviterName: 'Ingrid Sørensen',
        roles: [{ name: 'member', permissions: [{ name: 'read:member' }] }],
        invitationId: null,
        canAnswer: true,
      },
    });
  });

  it('signs a new person up without a password, who joins', async () => {
    const invited = await invite();
    const browser = portal.visitor();
    const page = await signUp(browser, invited.token, 'joinsbylink');
    // fetch keeps fragments to itself.
    expect(page.url).toBe(`${portal.origin}/join`);
    const { body } = await view(browser, invited.token);
    expect(body).toMatchObject({ state: 'pending', invitationId: invited.id, signedInAs: invited.invitee });
    const reply = await browser.call('POST', `/api/session/invitations/${invited.id}/accept`);
    expect(await reply.json()).toEqual({ organizationId: halden });
    expect((await view(browser, invited.token)).body).toMatchObject({ state: 'accepted' });
  });

  it('signs in once; afterwards one signs in as always', async () => {
    const { token } = await invite();
    const browser = portal.visitor();
    expect((await requestOf(browser, token)).has('one_time_token')).toBe(true);
    await signUp(browser, token, 'signsinonce');
    const again = await requestOf(portal.visitor(), token);
    expect(again.has('one_time_token')).toBe(false);
    expect(again.get('prompt')).toBe('login consent');
  });

  it('signs in once more after the message was sent again, by the new link alone', async () => {
    const { id, token, invitee } = await invite();
    await requestOf(portal.visitor(), token);
    await inviter.call('POST', `/api/organizations/${halden}/invitations/${id}/resend`);
    const links = [token, mailedTo(invitee), mailedTo(invitee)];
    const isMagic = [];
    for (const link of links) isMagic.push((await requestOf(portal.visitor(), link)).has('one_time_token'));
    expect(isMagic).toEqual([false, true, false]);
  });

  it('is still good for a sign-in when Logto failed to begin one', async () => {
    const { token } = await invite();
    portal.logto.controls.fail('POST /api/one-time-tokens', { kind: 'status', status: 500 });
    const failed = await leave(portal.visitor(), token);
    expect(failed.headers.get('location')).toMatch(/^\/signed-out\?problem=upstream\.failed/);
    expect((await requestOf(portal.visitor(), token)).has('one_time_token')).toBe(true);
  });

  it('comes back to the invitation with the token in the fragment, which no server sees', async () => {
    const { token } = await invite();
    const browser = portal.visitor();
    const authorization = (await leave(browser, token)).headers.get('location')!;
    const callback = await browser.untilCallback(admin, authorization.replace(/one_time_token=[^&]+&?/, ''));
    const back = await browser.step(callback.href);
    expect([authorization, callback.href].filter((address) => address.includes(token))).toEqual([]);
    expect(back.headers.get('location')).toBe(`/join#${token}`);
  });

  it('declines, and the inviter sees that it was declined, not revoked', async () => {
    const declined = await invite();
    const revoked = await invite();
    await portal.visitor().call('POST', '/api/join/decline', { token: declined.token });
    const list = `/api/organizations/${halden}/invitations`;
    await inviter.call('POST', `${list}/${revoked.id}/revoke`);
    const read = async (query: string) => (await inviter.get(list + query)).json();
    for (const [one, state, other] of [
      [declined, 'Declined', 'Revoked'],
      [revoked, 'Revoked', 'Declined'],
    ] as const) {
      const query = `q=${one.invitee}`;
      expect(await read(`/counts?${query}`)).toMatchObject({ all: 1, [state]: 1, [other]: 0 });
      expect(await read(`?${query}&status=${other}`)).toEqual([]);
      expect(await read(`?${query}&status=${state}`)).toMatchObject([
        { id: one.id, status: 'Revoked', declined: state === 'Declined' },
      ]);
    }
    const { events } = await read(`/${declined.id}/history`);
    expect(events.map(({ event }: { event: string }) => event)).toEqual(['sent', 'declined']);
  });

  it('declines without an account, on record as the invited person', async () => {
    const invited = await invite();
    const browser = portal.visitor();
    expect((await browser.call('POST', '/api/join/decline', { token: invited.token })).status).toBe(204);
    expect((await view(browser, invited.token)).body).toMatchObject({ state: 'declined' });
    expect(await statusOf(invited)).toBe('Revoked');
    const activity = await inviter.get(
      `/api/organizations/${halden}/activity?action=invitation.decline&target=${invited.id}`,
    );
    expect(await activity.json()).toMatchObject([
      { actor: { id: 'invited', email: invited.invitee }, target: { id: invited.id }, outcome: 'succeeded' },
    ]);
    const again = await browser.call('POST', '/api/join/decline', { token: invited.token });
    expect(await again.json()).toMatchObject({ status: 409, code: 'invitation.not_pending' });
  });

  it('tells revoked from declined', async () => {
    const invited = await invite();
    await inviter.call('POST', `/api/organizations/${halden}/invitations/${invited.id}/revoke`);
    expect((await view(portal.visitor(), invited.token)).body).toMatchObject({ state: 'revoked' });
  });

  it('is not found once the invitation is deleted', async () => {
    const invited = await invite();
    await inviter.call('DELETE', `/api/organizations/${halden}/invitations/${invited.id}`);
    expect((await view(portal.visitor(), invited.token)).status).toBe(404);
    const reply = await leave(portal.visitor(), invited.token);
    expect(reply.headers.get('location')).toBe(`/join#${invited.token}`);
  });

  it('asks for another one when it has expired, and once', async () => {
    const invitee = fresh();
    const expiresAt = Date.now() + 300;
    const made = await portal.operator.call<Invited>('POST', '/organization-invitations', {
      organizationId: halden,
      invitee,
      expiresAt,
      inviterId: admin,
    });
    const token = sealed('mail', invitee, expiresAt);
    const visitor = portal.visitor();
    const early = await visitor.call('POST', '/api/join/ask', { token });
    expect(await early.json()).toMatchObject({ status: 409, code: 'invitation.not_expired' });
    await vi.waitFor(async () =>
      expect((await view(visitor, token)).body).toMatchObject({ state: 'expired', askedAt: null }),
    );
    for (let times = 0; times < 2; times += 1)
      expect((await visitor.call('POST', '/api/join/ask', { token })).status).toBe(204);
    expect((await view(visitor, token)).body).toMatchObject({ askedAt: expect.any(String) });
    const asked = await inviter.get(
      `/api/organizations/${halden}/activity?action=invitation.ask&outcome=succeeded&target=${made.id}`,
    );
    expect(await asked.json()).toHaveLength(1);
    const list = `/api/organizations/${halden}/invitations`;
    const told = async () => [
      (await (await inviter.get(`${list}/counts?q=${invitee}`)).json()).asked,
      (await (await inviter.get(`${list}?asked=true`)).json()).map((one: Invited) => one.id),
    ];
    expect(await told()).toEqual([1, [made.id]]);
    expect((await inviter.call('POST', `${list}/${made.id}/renew`, {})).status).toBe(200);
    expect(await told()).toEqual([0, []]);
  });

  it('carries the language of the message, organization, inviter, roles and the end', async () => {
    const { invitee } = await invite('zh-CN');
    const mail = portal.logto.outbox().find(({ to }) => to === invitee);
    expect(mail?.payload).toMatchObject({
      organization: { name: 'Halden Logistics' },
      inviter: { name: 'Ingrid Sørensen' },
      locale: 'zh-CN',
      roles: 'member',
      validUntil: expect.stringMatching(/年.*月.*日/),
    });
  });
});

// Attack: an admin calls themselves a link, and the portal's own message carries it to any address.
it('the message carries the names of inviter and organization as plain text', async () => {
  const name = '<a href="https://evil.example">Pay here</a>';
  await portal.operator.call('PATCH', `/users/${demo.users.owner}`, { name });
  const invitee = fresh();
  const browser = await portal.signIn(demo.users.owner);
  await browser.call('POST', `/api/organizations/${halden}/invitations`, {
    invitees: [invitee],
    roleIds: [roles.member],
    expiresAt: new Date(Date.now() + 7 * 86_400_000).toISOString(),
  });
  const mail = portal.logto.outbox().find(({ to }) => to === invitee);
  expect(mail?.payload['inviter']).toMatchObject({ name: 'a href= https: evil. example Pay here a' });
});

it('the message carries the organization’s logo', async () => {
  const logoUrl = 'https://atlas.example/logo.png';
  await portal.operator.call('PATCH', `/organizations/${demo.organizations.atlas}`, {
    branding: { logoUrl },
  });
  const invitee = fresh();
  const browser = await portal.signIn(demo.users.soleAdmin);
  await browser.call('POST', `/api/organizations/${demo.organizations.atlas}/invitations`, {
    invitees: [invitee],
    roleIds: [roles.member],
    expiresAt: new Date(Date.now() + 7 * 86_400_000).toISOString(),
  });
  const mail = portal.logto.outbox().find(({ to }) => to === invitee);
  expect(mail?.payload).toMatchObject({ organizationLogo: logoUrl });
});

describe('a link that was handed over', () => {
  it('shows the invitation, and not the whole address', async () => {
    const invited = await invite();
    const { body } = await view(portal.visitor(), copyOf(invited));
    expect(body).toMatchObject({ state: 'pending', canAnswer: false });
    expect(JSON.stringify(body)).not.toContain(invited.invitee);
  });

  // Attack: an admin keeps the copied link of an invitation, and signs in with it as whom they have invited.
  it('signs nobody in by itself', async () => {
    const invited = await invite();
    const request = await requestOf(portal.visitor(), copyOf(invited));
    expect([request.has('one_time_token'), request.has('login_hint')]).toEqual([false, false]);
  });

  // Attack: whoever the link was passed on to declines in the invited person's name.
  it('declines nothing without the person', async () => {
    const invited = await invite();
    const reply = await portal.visitor().call('POST', '/api/join/decline', { token: copyOf(invited) });
    expect(await reply.json()).toMatchObject({ status: 401, code: 'session.required' });
    expect(await statusOf(invited)).toBe('Pending');
  });
});

// Attack: somebody who reads links in a log or over a shoulder presses before the invited person does, as often as they
// like, and has a session for each press.
describe('the sign-in of a link', () => {
  const magicOf = async (token: string, presses: number) => {
    const requests = Array.from({ length: presses }, () => requestOf(portal.visitor(), token));
    return (await Promise.all(requests)).filter((one) => one.has('one_time_token')).length;
  };

  it('is given to one of three presses at once, and to none after', async () => {
    const { token } = await invite();
    expect([await magicOf(token, 3), await magicOf(token, 2)]).toEqual([1, 0]);
  });

  it('is given once to a link that was sent before messages had an id', async () => {
    const { invitee, expiresAt } = await invite();
    const token = sealed('mail', invitee, Date.parse(expiresAt));
    const again = sealed('mail', invitee, Date.parse(expiresAt));
    expect([await magicOf(token, 3), await magicOf(again, 2)]).toEqual([1, 0]);
  });

  it.each([
    ['support', 'priya.raman@staff.example'],
    ['ops, in another spelling', 'Mikhail.Levchenko@STAFF.example'],
    ['an admin of another organization', 'haruto.tanaka@atlas-cartography.example'],
  ])('is not given for the account of %s, who signs in as usual', async (_who, invitee) => {
    const { token } = await invite('en', invitee.toLowerCase());
    const request = await requestOf(portal.visitor(), token);
    expect(request.get('login_hint')).toBe(invitee.toLowerCase());
    expect(request.has('one_time_token')).toBe(false);
  });

  it.each(['suspend', 'change'] as const)('is not given for who holds the right %s', async (right) => {
    const { invitee, token } = await invite();
    const { id } = await portal.operator.call<{ id: string }>('POST', '/users', { primaryEmail: invitee });
    await portal.operator.call('POST', `/users/${id}/roles`, { roleIds: [demo.roles[right]] });
    expect(await magicOf(token, 1)).toBe(0);
  });

  it('is given to a member of another organization who is not an admin there', async () => {
    const { invitee, token } = await invite();
    const { id } = await portal.operator.call<{ id: string }>('POST', '/users', { primaryEmail: invitee });
    await portal.operator.call('POST', `/organizations/${demo.organizations.fjord}/users`, {
      userIds: [id],
    });
    expect(await magicOf(token, 1)).toBe(1);
  });
});

it('two presses of Accept at once, and one later, all lead into the organization', async () => {
  const { id, token } = await invite();
  const browser = portal.visitor();
  await signUp(browser, token, 'pressestwice');
  const accept = async () => {
    const reply = await browser.call('POST', `/api/session/invitations/${id}/accept`);
    return [reply.status, await reply.json()];
  };
  const answers = [...(await Promise.all([accept(), accept()])), await accept()];
  expect(answers).toEqual(answers.map(() => [200, { organizationId: halden }]));
  const other = await portal.signIn(viewer);
  expect((await other.call('POST', `/api/session/invitations/${id}/accept`)).status).toBe(404);
});

describe('somebody else', () => {
  // Attack: a colleague gets hold of the link, and opens it with an account of their own.
  it('learns only that it is not theirs', async () => {
    const invited = await invite();
    const browser = await portal.signIn(viewer);
    const { body } = await view(browser, invited.token);
    expect(body).toMatchObject({ state: 'other_person', organization: null, roles: [], inviterName: null });
    expect(JSON.stringify(body)).not.toMatch(new RegExp(`Halden Logistics|Ingrid|${invited.invitee}`));
    const { token, id } = invited;
    const declined = await browser.call('POST', '/api/join/decline', { token });
    const accepted = await browser.call('POST', `/api/session/invitations/${id}/accept`);
    expect([declined.status, accepted.status]).toEqual([404, 404]);
    expect(await statusOf(invited)).toBe('Pending');
  });

  // Attack: a stranger guesses a link, or changes one, to learn which invitations there are.
  it('learns nothing from a link that was changed, not even whether there is one', async () => {
    const { token } = await invite();
    const visitor = portal.visitor();
    const changed = [0, 20, 40, token.length - 2].map(
      (at) => token.slice(0, at) + (token[at] === 'A' ? 'B' : 'A') + token.slice(at + 1),
    );
    const guesses = [...changed, token.slice(0, -4), `${token}AAAA`, 'x', '%00', 'A'.repeat(500)];
    const answers = await Promise.all(guesses.map((guess) => view(visitor, guess)));
    const told = answers.map(({ status, body }) => [status, body['code'], body['detail']]);
    expect(new Set(told.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(told[0]).toEqual([404, 'resource.not_found', 'There is nothing here, or nothing for you.']);
  });

  // Attack: a token that is good elsewhere (the cookie of a session, a sealed refresh token) is tried as a link.
  it('cannot use what was sealed for something else', async () => {
    const { seal } = await import('../src/sign-in/seal.ts');
    const text = JSON.stringify([halden, 'ada@example.com', 1, 'mail']);
    const other = Buffer.from(seal(text, [secrets.SESSION_SECRET], 'refreshToken'), 'base64');
    expect((await view(portal.visitor(), other.toString('base64url'))).status).toBe(404);
  });

  // Attack: another site has the browser of an invited person decline.
  it('cannot have it declined from another site', async () => {
    const { token } = await invite();
    const reply = await portal
      .visitor()
      .call('POST', '/api/join/decline', { token }, { origin: 'https://evil.example' });
    expect(await reply.json()).toMatchObject({ status: 403, code: 'request.cross_site' });
  });
});

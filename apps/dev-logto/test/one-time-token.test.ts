import * as client from 'openid-client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demo, startDevLogto, type DevLogto } from '../src/index.ts';
import { managementApi } from './management-api.ts';
import { portal, signIn, start } from './portal.ts';
import { receiver } from './receiver.ts';
import { Visitor } from './visitor.ts';

let logto: DevLogto;
let api: Awaited<ReturnType<typeof managementApi>>;
beforeAll(async () => {
  logto = await startDevLogto();
  api = await managementApi(logto.origin);
});
afterAll(() => logto.close());

const known = { email: 'lin.xiaoyu@example.com', id: demo.users.nobody };
const { fjord, pine, kestrel } = demo.organizations;

async function token(email: string, context: object = {}): Promise<string> {
  return (await api('POST', '/one-time-tokens', { email, context })).body.token;
}

/** The invited person's browser, on the address that the portal sends it to. */
async function follow(
  oneTimeToken: string,
  email: string,
  visitor = new Visitor(logto.origin),
  more: Record<string, string> = {},
) {
  const config = await portal(logto.origin);
  const extra = { one_time_token: oneTimeToken, login_hint: email, ...more };
  const { url, verifier, nonce, state } = await start(config, extra);
  const { url: at, page } = await visitor.visit(url);
  const text = (await page?.text()) ?? '';
  const claims = async (callback: URL) => {
    const checks = { pkceCodeVerifier: verifier, expectedNonce: nonce, expectedState: state };
    return (await client.authorizationCodeGrant(config, callback, checks)).claims();
  };
  return { at, status: page?.status, text, visitor, claims };
}

describe('a magic link', () => {
  test('signs in the person whose e-mail it is for, without any form', async () => {
    const before = Date.now();
    const { at, claims } = await follow(await token(known.email), known.email);
    expect(at.pathname).toBe('/auth/callback');
    expect((await claims(at))?.sub).toBe(known.id);
    const { body } = await api('GET', `/users/${known.id}`);
    expect(body.lastSignInAt).toBeGreaterThanOrEqual(before);
  });

  test('registers somebody new, who chooses a username', async () => {
    const email = 'new.guest@example.com';
    const { at, text, visitor, claims } = await follow(await token(email), email);
    expect(at.pathname).toBe('/one-time-token');
    expect(text).toContain(email);
    expect(text).not.toContain('type="password"');
    const { url } = await visitor.visit(at, { username: 'new_guest' });
    const signedIn = await claims(url);
    expect(signedIn).toMatchObject({ email, email_verified: true, username: 'new_guest' });
    const { body } = await api('GET', `/users/${signedIn?.sub}`);
    expect(body).toMatchObject({ primaryEmail: email, username: 'new_guest', hasPassword: false });
  });

  test('makes its owner a member of the organizations that it names, with their default roles', async () => {
    await api('POST', `/organizations/${pine}/jit/roles`, {
      organizationRoleIds: [demo.organizationRoles.viewer],
    });
    const context = { jitOrganizationIds: [pine, fjord] };
    const { at, claims } = await follow(await token(known.email, context), known.email);
    const signedIn = await claims(at);
    expect(signedIn?.['organizations']).toEqual(expect.arrayContaining([pine, fjord]));
    expect(signedIn?.['organization_roles']).toContain(`${pine}:viewer`);

    const email = 'joins.at.once@example.com';
    const fresh = await follow(await token(email, context), email);
    const { url } = await fresh.visitor.visit(fresh.at, { username: 'joins_at_once' });
    expect((await fresh.claims(url))?.['organizations']).toEqual([pine, fjord]);
  });

  test('registering joins the organizations of the e-mail domain, too', async () => {
    await api('POST', `/organizations/${kestrel}/jit/email-domains`, { emailDomain: 'kestrel.example' });
    const email = 'brand.new@kestrel.example';
    const { at, visitor, claims } = await follow(await token(email), email);
    const { url } = await visitor.visit(at, { username: 'brand_new' });
    expect((await claims(url))?.['organizations']).toEqual([kestrel]);
  });

  test('is followed where somebody else is signed in: the link decides', async () => {
    const { visitor } = await signIn(logto.origin, { userId: demo.users.admin });
    const { text, claims } = await follow(await token(known.email), known.email, visitor);
    const form = /action="([^"]+)"/.exec(text)?.[1] ?? '';
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(text)?.[1] ?? '';
    const { url } = await visitor.visit(form, { xsrf, logout: 'yes' });
    expect((await claims(url))?.sub).toBe(known.id);
  });

  test('the page survives being loaded again, and a name that cannot be', async () => {
    const email = 'thinks.twice@example.com';
    const { at, visitor, claims } = await follow(await token(email), email);
    const again = await visitor.visit(at);
    expect(await again.page?.text()).toContain(email);
    for (const [username, said] of [
      ['2fast', 'begins with no digit'],
      ['<script>', 'begins with no digit'],
      ['new_guest', 'already in use'],
    ] as const) {
      const { page } = await visitor.visit(at, { username });
      expect(page?.status).toBe(422);
      const text = (await page?.text()) ?? '';
      expect(text).toContain(said);
      expect(text).not.toContain('<script>');
    }
    const { url } = await visitor.visit(at, { username: 'thinks_twice' });
    expect((await claims(url))?.email).toBe(email);
  });

  test('tells the webhooks who has registered and joined', async () => {
    const to = await receiver();
    const { body: hook } = await api('POST', '/hooks', {
      name: 'people',
      events: ['PostRegister', 'PostSignIn', 'User.Created', 'Organization.Membership.Updated'],
      config: { url: to.url },
    });
    const email = 'heard.of@example.com';
    const { at, visitor, claims } = await follow(await token(email, { jitOrganizationIds: [fjord] }), email);
    const { url } = await visitor.visit(at, { username: 'heard_of' });
    const id = (await claims(url))?.sub;
    const told = [await to.take(), await to.take(), await to.take()].map(({ text }) => JSON.parse(text));
    const of = (event: string) => told.find((one) => one.event === event);
    expect(of('PostRegister')).toMatchObject({
      interactionEvent: 'Register',
      userId: id,
      user: { primaryEmail: email },
      application: { id: 'portal', type: 'Traditional' },
    });
    expect(of('User.Created').data).toMatchObject({ id, username: 'heard_of' });
    expect(of('Organization.Membership.Updated')).toMatchObject({
      organizationId: fjord,
      addedUserIds: [id],
    });
    await api('DELETE', `/hooks/${hook.id}`);
    to.close();
  });
});

describe('a magic link that is no good', () => {
  const ended = ({ at, text }: { at: URL; text: string }) => [
    at.pathname,
    /role="alert">([^<]+)</.exec(text)?.[1],
  ];

  test('somebody uses it a second time', async () => {
    const used = await token(known.email);
    await follow(used, known.email);
    const refused = await follow(used, known.email);
    expect(ended(refused)).toEqual(['/one-time-token/error', 'The token has been consumed.']);
    const { page } = await refused.visitor.visit('/one-time-token', { username: 'sneaks_in' });
    expect(page?.status).toBe(400);
  });

  test('says so in the language of the request', async () => {
    const { at, text } = await follow('guess', known.email, undefined, { ui_locales: 'zh-CN' });
    expect(at.pathname).toBe('/one-time-token/error');
    expect(text).toContain('找不到该令牌。');
  });

  test('somebody guesses a token', async () => {
    const refused = await follow('guess', known.email);
    expect(ended(refused)).toEqual(['/one-time-token/error', 'The token is not found.']);
  });

  test('somebody follows the link of another person with their own e-mail', async () => {
    const foreign = await token(known.email);
    const refused = await follow(foreign, 'mallory@example.com');
    expect(ended(refused)).toEqual(['/one-time-token/error', 'Email mismatch with given token.']);
    expect((await follow(foreign, known.email)).at.pathname).toBe('/auth/callback');
  });

  test('it is past its time', async () => {
    const { body } = await api('POST', '/one-time-tokens', { email: known.email, expiresIn: 1 });
    const status = async () => (await api('GET', `/one-time-tokens/${body.id}`)).body.status;
    await expect.poll(status, { timeout: 5000 }).toBe('expired');
    const refused = await follow(body.token, known.email);
    expect(ended(refused)).toEqual(['/one-time-token/error', 'The token is expired.']);
  });

  test('it was revoked', async () => {
    const { body } = await api('POST', '/one-time-tokens', { email: known.email });
    await api('PUT', `/one-time-tokens/${body.id}/status`, { status: 'revoked' });
    const refused = await follow(body.token, known.email);
    expect(ended(refused)).toEqual(['/one-time-token/error', 'The token has been revoked.']);
  });

  test('a suspended person follows it', async () => {
    const email = 'georg.mayer@halden.example';
    const refused = await follow(await token(email), email);
    expect(ended(refused)).toEqual(['/one-time-token/error', 'This account is suspended.']);
  });

  test('somebody puts words into the address of the error page', async () => {
    const { page } = await new Visitor(logto.origin).visit(
      '/one-time-token/error?reason=<b>Call+555-0100</b>',
    );
    expect(await page?.text()).not.toContain('555-0100');
  });
});

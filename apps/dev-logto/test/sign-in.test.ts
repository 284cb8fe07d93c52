import { createRemoteJWKSet, decodeProtectedHeader, jwtVerify } from 'jose';
import * as client from 'openid-client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demo, demoAccounts, demoPassword, startDevLogto, type DevLogto } from '../src/index.ts';
import { managementApi } from './management-api.ts';
import { portal, signIn, start } from './portal.ts';
import recorded from './fixtures/oidc.json' with { type: 'json' };
import { Visitor } from './visitor.ts';

let logto: DevLogto;
beforeAll(async () => {
  logto = await startDevLogto();
});
afterAll(() => logto.close());

const admin = { userId: demo.users.admin };

describe('signing in', () => {
  test('the ID token and userinfo carry the recorded claims, and no others', async () => {
    const { config, tokens } = await signIn(logto.origin, admin);
    const claims = tokens.claims();
    expect(Object.keys(claims ?? {}).sort()).toEqual(Object.keys(recorded.idTokenClaims).sort());
    expect(claims).toMatchObject({
      iss: `${logto.origin}/oidc`,
      sub: demo.users.admin,
      aud: 'portal',
      name: 'Ingrid Sørensen',
      email: 'ingrid.sorensen@halden.example',
      email_verified: true,
      picture: null,
      roles: [],
      organizations: [demo.organizations.halden, demo.organizations.kestrel, demo.organizations.lumen],
      organization_roles: [
        `${demo.organizations.halden}:admin`,
        `${demo.organizations.kestrel}:admin`,
        `${demo.organizations.lumen}:viewer`,
      ],
    });
    expect(claims?.['created_at']).toBeGreaterThan(1_600_000_000_000);

    const info = await client.fetchUserInfo(config, tokens.access_token, demo.users.admin);
    const shared = Object.keys(recorded.idTokenClaims).filter(
      (claim) => !['iss', 'aud', 'exp', 'iat', 'nonce', 'at_hash'].includes(claim),
    );
    expect(Object.keys(info).sort()).toEqual([...shared, ...Object.keys(recorded.userinfoAdds)].sort());
    expect(info['organization_data']).toContainEqual({
      id: demo.organizations.halden,
      name: 'Halden Logistics',
      description: 'Freight, customs and warehousing in eleven countries',
    });
  });

  test('the token response and the callback have the recorded parts; the access token is opaque', async () => {
    const { tokens, callback } = await signIn(logto.origin, admin);
    expect(Object.keys(tokens).sort()).toEqual([...recorded.tokenResponse.keys].sort());
    expect(tokens.expires_in).toBe(3600);
    expect(tokens.access_token).not.toContain('.');
    expect([...callback.searchParams.keys()].sort()).toEqual([...recorded.callbackParameters].sort());
    expect(decodeProtectedHeader(tokens.id_token ?? '').alg).toBe('ES384');
  });

  test('staff carry their tenant-wide role', async () => {
    const { tokens } = await signIn(logto.origin, { userId: demo.users.support });
    expect(tokens.claims()?.['roles']).toEqual(['support']);
  });

  test('it is written down as the last sign-in', async () => {
    const api = await managementApi(logto.origin);
    const before = Date.now();
    await signIn(logto.origin, { userId: demo.users.nobody });
    const { body } = await api('GET', `/users/${demo.users.nobody}`);
    expect(body.lastSignInAt).toBeGreaterThanOrEqual(before);
  });

  test('a user created through the API signs in with the own password', async () => {
    const api = await managementApi(logto.origin);
    const email = 'new.person@example.com';
    const { body } = await api('POST', '/users', { primaryEmail: email, password: 'Correct-Horse-9' });
    const { tokens } = await signIn(logto.origin, { email, password: 'Correct-Horse-9' });
    expect(tokens.claims()?.sub).toBe(body.id);
  });

  test('somebody who is signed in already is not asked again', async () => {
    const { config, visitor } = await signIn(logto.origin, admin);
    const again = await start(config, { prompt: 'consent' });
    const { url } = await visitor.visit(again.url);
    expect(url.searchParams.get('code')).toBeTruthy();
  });
});

describe('the sign-in page', () => {
  const open = async (extra: Record<string, string> = {}) => {
    const visitor = new Visitor(logto.origin);
    const { url } = await start(await portal(logto.origin), extra);
    const { url: at, page } = await visitor.visit(url);
    return { visitor, at, page, text: (await page?.text()) ?? '' };
  };

  test('lists the demo people with what they may do, and loads nothing from elsewhere', async () => {
    const { at, text } = await open();
    expect(at.pathname).toBe('/sign-in');
    for (const { name, email, does } of demoAccounts) {
      expect(text).toContain(name);
      expect(text).toContain(email);
      expect(text).toContain(does);
    }
    expect(text).not.toMatch(/<script|<link|src=|@import|url\(/);
  });

  test('is Chinese for ui_locales zh-CN', async () => {
    const { text } = await open({ ui_locales: 'zh-CN' });
    expect(text).toContain('lang="zh-CN"');
    expect(text).toContain('演示人员');
  });

  test('says that a password is wrong, and keeps the address', async () => {
    const { visitor, at } = await open();
    const { page } = await visitor.visit(at, { email: 'ingrid.sorensen@halden.example', password: 'guess' });
    expect(page?.status).toBe(422);
    const text = (await page?.text()) ?? '';
    expect(text).toContain('Incorrect account or password');
    expect(text).toContain('value="ingrid.sorensen@halden.example"');
  });

  test('a person who is no demo account tries to get in by posting their id without a password', async () => {
    const api = await managementApi(logto.origin);
    const { body: members } = await api('GET', `/organizations/${demo.organizations.kestrel}/users`);
    const victim = members.find(({ id }: { id: string }) => demoAccounts.every((one) => one.id !== id));
    const { visitor, at } = await open();
    const { page } = await visitor.visit(at, { userId: victim.id });
    expect(page?.status).toBe(422);
  });

  test('a suspended person tries by click and by password', async () => {
    const { visitor, at } = await open();
    for (const who of [
      { userId: demo.users.suspended },
      { email: 'georg.mayer@halden.example', password: demoPassword },
    ]) {
      const { page } = await visitor.visit(at, who);
      expect(page?.status).toBe(422);
      expect(await page?.text()).toContain('This account is suspended.');
    }
  });

  test('somebody puts a script into the address', async () => {
    const { visitor, at } = await open();
    const { page } = await visitor.visit(at, { email: '"><script>alert(1)</script>', password: 'x' });
    expect(await page?.text()).not.toContain('<script');
  });

  test('without a sign-in under way it says so and leads to the portal', async () => {
    const { page } = await new Visitor(logto.origin).visit('/sign-in');
    expect(page?.status).toBe(400);
    expect(await page?.text()).toContain('This sign-in has ended');
  });
});

describe('refusals of the authorization and token endpoints', () => {
  const code = async () => {
    const config = await portal(logto.origin);
    const started = await start(config);
    const visitor = new Visitor(logto.origin);
    const { url: page } = await visitor.visit(started.url);
    const { url: callback } = await visitor.visit(page, admin);
    return { config, started, callback };
  };
  const refusal = (attempt: Promise<unknown>) =>
    attempt.then(
      () => undefined,
      (error: client.ResponseBodyError) => error,
    );

  test('a code is redeemed with another verifier', async () => {
    const { config, started, callback } = await code();
    const checks = {
      pkceCodeVerifier: client.randomPKCECodeVerifier(),
      expectedNonce: started.nonce,
      expectedState: started.state,
    };
    const error = await refusal(client.authorizationCodeGrant(config, callback, checks));
    expect(error).toMatchObject({ status: 400, error: 'invalid_grant' });
    expect(error?.cause).toMatchObject({ code: 'oidc.invalid_grant', message: 'Grant request is invalid.' });
  });

  test('a code is redeemed twice', async () => {
    const { config, started, callback } = await code();
    const checks = {
      pkceCodeVerifier: started.verifier,
      expectedNonce: started.nonce,
      expectedState: started.state,
    };
    await client.authorizationCodeGrant(config, callback, checks);
    expect(await refusal(client.authorizationCodeGrant(config, callback, checks))).toMatchObject({
      error: 'invalid_grant',
    });
  });

  test('a code is redeemed with a wrong secret', async () => {
    const { started, callback } = await code();
    const impostor = await portal(logto.origin, 'guessed-secret');
    const checks = {
      pkceCodeVerifier: started.verifier,
      expectedNonce: started.nonce,
      expectedState: started.state,
    };
    const error = await refusal(client.authorizationCodeGrant(impostor, callback, checks));
    expect(error).toMatchObject({ status: 401 });
  });

  test('the browser is to be sent to an address that is not registered', async () => {
    const { url } = await start(await portal(logto.origin), {
      redirect_uri: 'https://evil.example/auth/callback',
    });
    const { url: at, page } = await new Visitor(logto.origin).visit(url);
    expect(at.origin).toBe(logto.origin);
    expect(page?.status).toBe(400);
    expect(await page?.json()).toMatchObject({
      code: 'oidc.invalid_redirect_uri',
      message: "`redirect_uri` did not match any of the client's registered `redirect_uris`.",
      error: 'invalid_redirect_uri',
    });
  });

  test('a request comes without a code challenge', async () => {
    const { url } = await start(await portal(logto.origin));
    url.searchParams.delete('code_challenge');
    url.searchParams.delete('code_challenge_method');
    const { url: back } = await new Visitor(logto.origin).visit(url);
    expect(back.searchParams.get('error')).toBe('invalid_request');
  });

  test('a resource is asked for that is not there', async () => {
    const { url } = await start(await portal(logto.origin), { resource: 'https://nowhere.example/api' });
    const { url: back } = await new Visitor(logto.origin).visit(url);
    expect(back.searchParams.get('error')).toBe('invalid_target');
  });
});

describe('refreshing', () => {
  test('a refresh token gives new tokens with fresh claims', async () => {
    const api = await managementApi(logto.origin);
    const { config, tokens } = await signIn(logto.origin, { userId: demo.users.viewer });
    await api('POST', `/organizations/${demo.organizations.fjord}/users`, { userIds: [demo.users.viewer] });
    const renewed = await client.refreshTokenGrant(config, tokens.refresh_token ?? '');
    expect(renewed.claims()?.['organizations']).toContain(demo.organizations.fjord);
  });

  test('there is none without offline_access', async () => {
    const { tokens } = await signIn(logto.origin, admin, { scope: 'openid profile' });
    expect(tokens.refresh_token).toBeUndefined();
  });

  test('with organization_id the access token is one of the organization', async () => {
    const { config, tokens } = await signIn(logto.origin, admin);
    const organizationId = demo.organizations.halden;
    const renewed = await client.refreshTokenGrant(config, tokens.refresh_token ?? '', {
      organization_id: organizationId,
    });
    const keys = createRemoteJWKSet(new URL(`${logto.origin}/oidc/jwks`));
    const audience = `urn:logto:organization:${organizationId}`;
    const { payload, protectedHeader } = await jwtVerify(renewed.access_token, keys, {
      audience,
      issuer: `${logto.origin}/oidc`,
    });
    expect(protectedHeader).toMatchObject({ alg: 'ES384', typ: 'at+jwt' });
    expect(payload).toMatchObject({ sub: demo.users.admin, client_id: 'portal' });
    expect(payload['scope']).toBe(
      'read:member invite:member remove:member update:member:role manage:organization',
    );
  });

  test('somebody asks for a token of an organization that is not theirs', async () => {
    const { config, tokens } = await signIn(logto.origin, admin);
    const foreign = { organization_id: demo.organizations.fjord };
    const attempt = client.refreshTokenGrant(config, tokens.refresh_token ?? '', foreign);
    await expect(attempt).rejects.toMatchObject({ status: 403, error: 'access_denied' });
  });

  test('a suspension ends refresh tokens and sessions at once', async () => {
    const api = await managementApi(logto.origin);
    const email = 'soon.suspended@example.com';
    const { body: user } = await api('POST', '/users', { primaryEmail: email, password: 'Correct-Horse-9' });
    const { config, tokens, visitor } = await signIn(logto.origin, { email, password: 'Correct-Horse-9' });
    expect((await api('GET', `/users/${user.id}/sessions`)).body.sessions).toHaveLength(1);

    await api('PATCH', `/users/${user.id}/is-suspended`, { isSuspended: true });

    await expect(client.refreshTokenGrant(config, tokens.refresh_token ?? '')).rejects.toMatchObject({
      error: 'invalid_grant',
    });
    expect((await api('GET', `/users/${user.id}/sessions`)).body.sessions).toEqual([]);
    const { url } = await visitor.visit((await start(config)).url);
    expect(url.pathname).toBe('/sign-in');
  });
});

describe('signing out', () => {
  test('goes straight back to the registered address, and the session is over', async () => {
    const { config, tokens, visitor } = await signIn(logto.origin, admin);
    const end = client.buildEndSessionUrl(config, {
      id_token_hint: tokens.id_token ?? '',
      post_logout_redirect_uri: 'http://localhost:3000/signed-out',
      state: 'bye',
    });
    const { page } = await visitor.visit(end);
    const text = (await page?.text()) ?? '';
    expect(text).toContain('document.forms[0].submit()');
    const action = /action="([^"]+)"/.exec(text)?.[1] ?? '';
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(text)?.[1] ?? '';
    const { url } = await visitor.visit(action, { xsrf, logout: 'yes' });
    expect(url.href).toBe('http://localhost:3000/signed-out?state=bye');

    const { url: next } = await visitor.visit((await start(config)).url);
    expect(next.pathname).toBe('/sign-in');
  });

  test('somebody wants the browser sent elsewhere after signing out', async () => {
    const { config, tokens, visitor } = await signIn(logto.origin, admin);
    const end = client.buildEndSessionUrl(config, {
      id_token_hint: tokens.id_token ?? '',
      post_logout_redirect_uri: 'https://evil.example/',
    });
    const { page } = await visitor.visit(end);
    expect(page?.status).toBe(400);
  });
});

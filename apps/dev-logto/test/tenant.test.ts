import { refreshTokenGrant } from 'openid-client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demo, startDevLogto, type DevLogto } from '../src/index.ts';
import { managementApi } from './management-api.ts';
import { signIn } from './portal.ts';

let logto: DevLogto;
let api: Awaited<ReturnType<typeof managementApi>>;
const { fjord, pine } = demo.organizations;

beforeAll(async () => {
  logto = await startDevLogto();
  api = await managementApi(logto.origin);
});
afterAll(() => logto.close());

describe('e-mail connectors', () => {
  const invite = (invitee: string) =>
    api('POST', '/organization-invitations', {
      organizationId: fjord,
      invitee,
      expiresAt: Date.now() + 86_400_000,
      messagePayload: { link: 'https://portal.example/join' },
    });

  test('without one nothing is sent and nothing made; with another it is', async () => {
    const { body: set } = await api('GET', '/connectors');
    expect(set).toMatchObject([{ type: 'Email', connectorId: 'simple-mail-transfer-protocol' }]);
    expect((await api('DELETE', `/connectors/${set[0].id}`)).status).toBe(204);
    expect(await invite('no.connector@example.com')).toMatchObject({
      status: 501,
      body: { code: 'connector.not_found' },
    });
    const { body: kept } = await api('GET', '/organization-invitations?invitee=no.connector%40example.com');
    expect(kept).toEqual([]);
    const made = await api('POST', '/connectors', {
      connectorId: 'mailgun-email',
      config: { domain: 'x.example' },
    });
    expect(made).toMatchObject({ status: 200, body: { type: 'Email', config: { domain: 'x.example' } } });
    expect((await invite('no.connector@example.com')).status).toBe(201);
  });

  test('a second one takes the place of the first; one of a kind is not set twice', async () => {
    await api('POST', '/connectors', { connectorId: 'sendgrid-email-service' });
    const { body } = await api('GET', '/connectors');
    expect(body.map(({ connectorId }: { connectorId: string }) => connectorId)).toEqual([
      'sendgrid-email-service',
    ]);
    const again = await api('POST', '/connectors', { connectorId: 'sendgrid-email-service' });
    expect(again.body.code).toBe('connector.multiple_instances_not_supported');
    for (const connectorId of ['pigeon', 'constructor', '__proto__']) {
      expect(await api('POST', '/connectors', { connectorId })).toMatchObject({
        status: 422,
        body: { code: 'connector.not_found_with_connector_id' },
      });
    }
  });
});

describe('just-in-time joining', () => {
  test('default roles and SSO connectors go when what they name goes', async () => {
    const { body: role } = await api('POST', '/organization-roles', { name: 'newcomer' });
    const { body: sso } = await api('POST', '/sso-connectors', {
      providerName: 'OIDC',
      connectorName: 'Corporate',
    });
    await api('POST', `/organizations/${pine}/jit/roles`, { organizationRoleIds: [role.id] });
    const added = await api('POST', `/organizations/${pine}/jit/sso-connectors`, {
      ssoConnectorIds: [sso.id],
    });
    expect(added).toMatchObject({ status: 201, body: 'Created' });
    expect((await api('GET', `/organizations/${pine}/jit/sso-connectors`)).body).toMatchObject([
      { id: sso.id, connectorName: 'Corporate' },
    ]);
    await api('DELETE', `/organization-roles/${role.id}`);
    await api('DELETE', `/sso-connectors/${sso.id}`);
    expect((await api('GET', `/organizations/${pine}/jit/roles`)).body).toEqual([]);
    expect((await api('GET', `/organizations/${pine}/jit/sso-connectors`)).body).toEqual([]);
  });

  test('what does not exist is refused as a foreign key, and an organization is named in a 404', async () => {
    const missing = await api('PUT', `/organizations/${pine}/jit/roles`, {
      organizationRoleIds: ['nosuch'],
    });
    expect(missing).toMatchObject({
      status: 422,
      body: { code: 'entity.relation_foreign_key_not_found' },
    });
    expect((await api('GET', '/organizations/nosuch/jit/roles')).body.code).toBe('entity.not_exists_with_id');
  });

  test('a user made by the Management API does not join, but gets the default roles', async () => {
    await api('PUT', `/organizations/${pine}/jit/email-domains`, { emailDomains: ['pine.example'] });
    const { body: role } = await api('POST', '/roles', {
      name: 'everybody',
      description: 'x',
      isDefault: true,
    });
    const { body: user } = await api('POST', '/users', { primaryEmail: 'new@pine.example' });
    expect((await api('GET', `/users/${user.id}/organizations`)).body).toEqual([]);
    expect((await api('GET', `/users/${user.id}/roles`)).body).toMatchObject([{ id: role.id }]);
    await api('DELETE', `/roles/${role.id}`);
    expect((await api('GET', `/users/${user.id}/roles`)).body).toEqual([]);
  });
});

describe('resources', () => {
  test('scopes are shown with the organization role that gives them, and go with their resource', async () => {
    const { body: resource } = await api('POST', '/resources', {
      name: 'Billing',
      indicator: 'https://billing.example',
    });
    const { body: scope } = await api('POST', `/resources/${resource.id}/scopes`, { name: 'pay' });
    const { body: role } = await api('POST', '/organization-roles', {
      name: 'payer',
      resourceScopeIds: [scope.id],
    });
    const shown = async () => {
      const { body } = await api('GET', '/organization-roles?q=payer');
      return body[0].resourceScopes;
    };
    expect(await shown()).toEqual([
      { id: scope.id, name: 'pay', resource: { id: resource.id, name: 'Billing' } },
    ]);
    expect((await api('GET', `/organization-roles/${role.id}/resource-scopes`)).body).toMatchObject([
      { id: scope.id },
    ]);
    await api('DELETE', `/resources/${resource.id}`);
    expect(await shown()).toEqual([]);
  });

  test('names that are taken, spaces, and the Management API are refused', async () => {
    const { body: resource } = await api('POST', '/resources', { name: 'A', indicator: 'https://a.example' });
    const path = `/resources/${resource.id}/scopes`;
    await api('POST', path, { name: 'one' });
    const codes = await Promise.all([
      api('POST', '/resources', { name: 'B', indicator: 'https://a.example' }),
      api('POST', path, { name: 'one' }),
      api('POST', path, { name: 'one two' }),
      api('DELETE', '/resources/management-api'),
      api('DELETE', '/resources/management-api/scopes/management-api-all'),
    ]);
    expect(codes.map(({ status, body }) => [status, body.code])).toEqual([
      [422, 'resource.resource_identifier_in_use'],
      [422, 'scope.name_exists'],
      [400, 'scope.name_with_space'],
      [400, 'resource.cannot_delete_management_api'],
      [400, 'resource.cannot_modify_management_api'],
    ]);
  });

  test('there is one default', async () => {
    const make = async (name: string) =>
      (await api('POST', '/resources', { name, indicator: `https://${name}.example` })).body.id;
    const [first, second] = [await make('first'), await make('second')];
    await api('PATCH', `/resources/${first}/is-default`, { isDefault: true });
    await api('PATCH', `/resources/${second}/is-default`, { isDefault: true });
    expect((await api('GET', `/resources/${first}`)).body.isDefault).toBe(false);
    expect((await api('PATCH', `/resources/${second}/is-default`, { isDefault: false })).status).toBe(200);
  });
});

describe('users', () => {
  test('custom data and profile are merged by their own paths, and replaced by the user’s', async () => {
    const { body: user } = await api('POST', '/users', { customData: { a: 1 }, profile: { locale: 'sv' } });
    const path = `/users/${user.id}`;
    expect((await api('PATCH', `${path}/custom-data`, { customData: { b: 2 } })).body).toEqual({
      a: 1,
      b: 2,
    });
    expect((await api('PATCH', `${path}/profile`, { profile: { nickname: 'N' } })).body).toEqual({
      locale: 'sv',
      nickname: 'N',
    });
    const { body } = await api('PATCH', path, { customData: { c: 3 } });
    expect(body).toMatchObject({ customData: { c: 3 }, profile: { locale: 'sv', nickname: 'N' } });
    expect(body.customData).not.toHaveProperty('a');
  });

  test('text that the database has no room for is refused', async () => {
    const refused = await api('POST', '/users', { name: 'x'.repeat(129) });
    expect(refused).toMatchObject({ status: 422, body: { code: 'entity.value_too_long' } });
  });

  test('a session that is revoked is over, and with its grants so is the refresh token', async () => {
    const { config, tokens } = await signIn(logto.origin, { userId: demo.users.viewer });
    const path = `/users/${demo.users.viewer}/sessions`;
    const { body } = await api('GET', path);
    const { uid } = body.sessions[0].payload;
    expect((await api('GET', `${path}/${uid}`)).body.accountId).toBe(demo.users.viewer);
    expect((await api('DELETE', `/users/${demo.users.owner}/sessions/${uid}`)).status).toBe(404);
    expect((await api('DELETE', `${path}/${uid}?revokeGrantsTarget=all`)).status).toBe(204);
    expect((await api('GET', path)).body.sessions).toEqual([]);
    expect((await api('GET', `${path}/${uid}`)).body.code).toBe('oidc.session_not_found');
    await expect(refreshTokenGrant(config, tokens.refresh_token ?? '')).rejects.toMatchObject({
      error: 'invalid_grant',
    });
  });
});

describe('grants', () => {
  const grantsOf = async (userId: string) => (await api('GET', `/users/${userId}/grants`)).body.grants;
  const sessionsOf = async (userId: string) => (await api('GET', `/users/${userId}/sessions`)).body.sessions;

  test('with offline_access outlive a session that ends without revokeGrantsTarget', async () => {
    const { config, tokens } = await signIn(logto.origin, { userId: demo.users.nobody });
    const [session] = await sessionsOf(demo.users.nobody);
    await api('DELETE', `/users/${demo.users.nobody}/sessions/${session.payload.uid}`);
    expect(await sessionsOf(demo.users.nobody)).toEqual([]);
    const [grant] = await grantsOf(demo.users.nobody);
    // As observed: account-api.json, "grants, as the Management API gives them".
    expect(grant).toMatchObject({
      payload: {
        kind: 'Grant',
        jti: grant.id,
        accountId: demo.users.nobody,
        openid: { scope: expect.any(String) },
      },
      expiresAt: expect.any(Number),
      application: { id: grant.payload.clientId, name: expect.any(String) },
    });
    const refreshed = await refreshTokenGrant(config, tokens.refresh_token ?? '');
    expect(refreshed.refresh_token).toBeDefined();
    expect((await api('GET', `/users/${demo.users.nobody}/grants?appType=thirdParty`)).body.grants).toEqual(
      [],
    );
    const path = `/users/${demo.users.nobody}/grants/${grant.id}`;
    expect((await api('DELETE', path.replace(demo.users.nobody, demo.users.owner))).status).toBe(404);
    expect((await api('DELETE', path)).status).toBe(204);
    expect(await grantsOf(demo.users.nobody)).toEqual([]);
    await expect(refreshTokenGrant(config, refreshed.refresh_token ?? '')).rejects.toMatchObject({
      error: 'invalid_grant',
    });
  });

  test('and sessions of somebody who has none are answered as recorded (1.42, scenario 12)', async () => {
    const { body: user } = await api('POST', '/users', { name: 'Without sessions' });
    const path = `/users/${user.id}`;
    expect(await api('GET', `${path}/sessions`)).toMatchObject({ status: 200, body: { sessions: [] } });
    expect(await api('GET', `${path}/grants`)).toMatchObject({ status: 200, body: { grants: [] } });
    const noSession = { code: 'oidc.session_not_found', message: 'Session not found.' };
    expect(await api('GET', `${path}/sessions/nope`)).toMatchObject({ status: 404, body: noSession });
    expect(await api('DELETE', `${path}/sessions/nope?revokeGrantsTarget=all`)).toMatchObject({
      status: 404,
      body: noSession,
    });
    const details =
      'Error in key path "revokeGrantsTarget": (invalid_enum_value) Invalid enum value. ' +
      "Expected 'all' | 'firstParty', received 'some'";
    expect(await api('DELETE', `${path}/sessions/nope?revokeGrantsTarget=some`)).toMatchObject({
      status: 400,
      body: { code: 'guard.invalid_input', message: 'The request query is invalid.', details },
    });
    expect(await api('DELETE', `${path}/grants/nope`)).toMatchObject({
      status: 404,
      body: { code: 'oidc.invalid_grant', message: 'Grant request is invalid.' },
    });
  });
});

describe('bad input', () => {
  test('a body that is no object is refused, whatever it is', async () => {
    for (const body of [null, 'text', 7, true]) {
      const answer = await api('POST', '/organizations', body);
      expect(answer).toMatchObject({
        status: 400,
        body: { message: 'invalid JSON, only supports object and array' },
      });
    }
    expect((await api('POST', '/organizations', [])).body.code).toBe('guard.invalid_input');
    const picture = { 'content-type': 'image/png' };
    expect((await api('POST', '/organizations', { name: 'Unread' }, picture)).body.code).toBe(
      'guard.invalid_input',
    );
  });

  test('a name that comes twice in a query is refused where one is expected', async () => {
    const { status, body } = await api('GET', '/organizations?q=a&q=b');
    expect([status, body.code]).toEqual([400, 'guard.invalid_input']);
  });

  test('a change without a field is refused, one of what is not there is named', async () => {
    const { body: role } = await api('POST', '/organization-roles', { name: 'unchanged' });
    expect((await api('PATCH', `/organization-roles/${role.id}`, {})).body.code).toBe('entity.invalid_input');
    expect((await api('PATCH', '/organization-roles/nosuch', { name: 'x' })).body).toMatchObject({
      code: 'entity.not_exists',
      message: 'The organization_role does not exist.',
    });
  });
});

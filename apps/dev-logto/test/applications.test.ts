import { afterAll, beforeAll, expect, test } from 'vitest';
import { m2mApplication, managementApiResource, startDevLogto, type DevLogto } from '../src/index.ts';
import { managementApi } from './management-api.ts';

let logto: DevLogto;
let api: Awaited<ReturnType<typeof managementApi>>;

beforeAll(async () => {
  logto = await startDevLogto({ seed: 'none' });
  api = await managementApi(logto.origin);
});
afterAll(() => logto.close());

async function token(id: string, secret: string, resource = managementApiResource) {
  const body = new URLSearchParams({ grant_type: 'client_credentials', resource, scope: 'all books:read' });
  const authorization = `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`;
  const answer = await fetch(`${logto.origin}/oidc/token`, {
    method: 'POST',
    headers: { authorization },
    body,
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, string> };
}

async function machine(name: string) {
  const { body: application } = await api('POST', '/applications', { name, type: 'MachineToMachine' });
  const { body: secrets } = await api('GET', `/applications/${application.id}/secrets`);
  return { id: application.id as string, internal: application.secret as string, secrets };
}

test('an application authenticates with any of its secrets, and with none that is gone', async () => {
  const { id, secrets } = await machine('Two secrets');
  expect(secrets).toMatchObject([{ applicationId: id, name: 'Default secret', expiresAt: null }]);
  const { status, body: next } = await api('POST', `/applications/${id}/secrets`, { name: 'next' });
  expect(status).toBe(201);
  expect((await token(id, secrets[0].value)).status).toBe(200);
  expect((await token(id, next.value)).status).toBe(200);
  await api('DELETE', `/applications/${id}/secrets/Default%20secret`);
  expect((await token(id, secrets[0].value)).status).toBe(401);
  expect((await token(id, next.value)).status).toBe(200);
});

test('somebody uses the internal secret that the list of applications shows', async () => {
  const { id, internal } = await machine('Internal');
  expect((await token(id, internal)).status).toBe(401);
});

test('a secret that is over is refused', async () => {
  const { id } = await machine('Brief');
  const soon = Date.now() + 400;
  const { body } = await api('POST', `/applications/${id}/secrets`, { name: 'brief', expiresAt: soon });
  expect((await token(id, body.value)).status).toBe(200);
  await expect.poll(async () => (await token(id, body.value)).status, { timeout: 5000 }).toBe(401);
  const past = await api('POST', `/applications/${id}/secrets`, { name: 'past', expiresAt: 1 });
  expect(past).toMatchObject({ status: 400, body: { code: 'request.invalid_input' } });
});

test('the names of secrets are their own, and can be changed', async () => {
  const { id } = await machine('Names');
  const path = `/applications/${id}/secrets`;
  expect((await api('POST', path, { name: 'Default secret' })).body.code).toBe(
    'application.secret_name_exists',
  );
  expect((await api('PATCH', `${path}/Default%20secret`, { name: 'old' })).body.name).toBe('old');
  expect((await api('PATCH', `${path}/nosuch`, { name: 'x' })).status).toBe(404);
  expect((await api('POST', '/applications/nosuch/secrets', { name: 'x' })).body.code).toBe(
    'entity.relation_foreign_key_not_found',
  );
});

test('a role gives a machine the scopes of a resource, until it is taken away', async () => {
  const indicator = 'https://books.example/api';
  const { body: resource } = await api('POST', '/resources', { name: 'Books', indicator });
  const { body: scope } = await api('POST', `/resources/${resource.id}/scopes`, { name: 'books:read' });
  const { body: role } = await api('POST', '/roles', {
    name: 'reader',
    description: 'Reads',
    type: 'MachineToMachine',
    scopeIds: [scope.id],
  });
  const { id, secrets } = await machine('Reader');
  expect((await token(id, secrets[0].value, indicator)).body['scope']).toBeUndefined();
  const given = await api('POST', `/applications/${id}/roles`, { roleIds: [role.id] });
  expect(given).toMatchObject({ status: 201, body: { addedRoleIds: [role.id] } });
  expect((await token(id, secrets[0].value, indicator)).body['scope']).toBe('books:read');
  await api('DELETE', `/roles/${role.id}`);
  expect((await token(id, secrets[0].value, indicator)).body['scope']).toBeUndefined();
});

test('roles of people are not for machines, and the other way round', async () => {
  const { body: person } = await api('POST', '/roles', { name: 'person', description: 'x' });
  const refused = await api('POST', `/applications/${m2mApplication.id}/roles`, { roleIds: [person.id] });
  expect(refused).toMatchObject({ status: 422, body: { code: 'application.invalid_role_type' } });
  const web = await api('POST', '/applications/portal/roles', { roleIds: [person.id] });
  expect(web).toMatchObject({ status: 422, body: { code: 'application.invalid_type' } });
  const { body: user } = await api('POST', '/users', { username: 'ada' });
  const { body: robot } = await api('POST', '/roles', {
    name: 'robot',
    description: 'x',
    type: 'MachineToMachine',
  });
  const wrong = await api('POST', `/users/${user.id}/roles`, { roleIds: [robot.id] });
  expect(wrong).toMatchObject({ status: 422, body: { code: 'user.invalid_role_type' } });
  const bulk = await api('POST', `/roles/${robot.id}/users`, { userIds: [user.id] });
  expect(bulk).toMatchObject({ status: 422, body: { code: 'entity.db_constraint_violated' } });
});

test('an application that is deleted is no member any more, and holds no token from now on', async () => {
  const { body: organization } = await api('POST', '/organizations', { name: 'Machines' });
  const { id, secrets } = await machine('Leaving');
  await api('POST', `/organizations/${organization.id}/applications`, { applicationIds: [id] });
  expect((await api('GET', `/applications/${id}/organizations`)).body).toMatchObject([
    { id: organization.id, organizationRoles: [] },
  ]);
  expect((await api('DELETE', `/applications/${id}`)).status).toBe(204);
  expect((await api('GET', `/organizations/${organization.id}/applications`)).body).toEqual([]);
  expect((await token(id, secrets[0].value)).status).toBe(401);
});

test('only machines are members of an organization', async () => {
  const { body: organization } = await api('POST', '/organizations', { name: 'No web applications' });
  const refused = await api('POST', `/organizations/${organization.id}/applications`, {
    applicationIds: ['portal'],
  });
  expect(refused).toMatchObject({ status: 422, body: { code: 'entity.db_constraint_violated' } });
});

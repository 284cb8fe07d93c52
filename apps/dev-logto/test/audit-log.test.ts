import { afterAll, beforeAll, expect, test } from 'vitest';
import { demo, m2mApplication, portalApplication, startDevLogto, type DevLogto } from '../src/index.ts';
import { managementApi } from './management-api.ts';
import { signIn } from './portal.ts';

let logto: DevLogto;
let api: Awaited<ReturnType<typeof managementApi>>;

beforeAll(async () => {
  logto = await startDevLogto();
  api = await managementApi(logto.origin);
});
afterAll(() => logto.close());

test('every exchange for a token is logged, with who and for whom, and without what is secret', async () => {
  await signIn(logto.origin, { userId: demo.users.viewer });
  const { body } = await api('GET', `/logs?userId=${demo.users.viewer}`);
  expect(body).toMatchObject([
    {
      key: 'ExchangeTokenBy.AuthorizationCode',
      payload: {
        result: 'Success',
        applicationId: portalApplication.id,
        tokenTypes: ['AccessToken', 'RefreshToken', 'IdToken'],
      },
    },
  ]);
  expect(body[0].payload.params).not.toHaveProperty('code');
  expect((await api('GET', `/logs/${body[0].id}`)).body).toEqual(body[0]);
  const machines = await api('GET', `/logs?applicationId=${m2mApplication.id}&page_size=1`);
  expect(machines.body).toMatchObject([{ key: 'ExchangeTokenBy.ClientCredentials' }]);
});

test('logs are cut by key and by time, both ends left out', async () => {
  const { body } = await api('GET', '/logs?logKey=ExchangeTokenBy.ClientCredentials');
  const { createdAt } = body[0];
  const total = async (query: string) => (await api('GET', `/logs?${query}`)).headers.get('total-number');
  expect(await total(`start_time=${createdAt}&logKey=ExchangeTokenBy.ClientCredentials`)).toBe('0');
  expect(await total(`start_time=${createdAt - 1}&end_time=${createdAt + 1}`)).not.toBe('0');
  for (const query of ['start_time=now', 'start_time=5&end_time=5'])
    expect((await api('GET', `/logs?${query}`)).status).toBe(400);
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { m2mApplication, managementApiResource, startDevLogto, type DevLogto } from '../src/index.ts';
import { managementApi } from './management-api.ts';
import { replayAll, TargetRefused, type Whole } from './replay/replay-all.ts';

let logto: DevLogto;
let whole: Whole;
beforeAll(async () => {
  logto = await startDevLogto({ seed: 'none', controls: true });
  whole = { endpoint: logto.origin, resource: managementApiResource, m2m: m2mApplication };
});
afterAll(() => logto.close());

const nothing = () => undefined;

test('all recordings are played, with an application without a role that is gone afterwards', async () => {
  const told: string[] = [];
  const played = await replayAll({ ...whole, endpoint: `${logto.origin}/` }, 'whole', ({ scenario }) =>
    told.push(scenario),
  );
  expect(played.flatMap(({ different }) => different)).toEqual([]);
  expect(played.reduce((sum, { steps }) => sum + steps, 0)).toBe(199);
  expect(told).toEqual(played.map(({ scenario }) => scenario));
  const { body } = await (await managementApi(logto.origin))('GET', '/applications?page_size=100');
  const names = body.map(({ name }: { name: string }) => name);
  expect(names.filter((name: string) => name.startsWith('Replay'))).toEqual([]);
});

test('a step that is answered otherwise is named with its differences, and the others go on', async () => {
  logto.controls.fail('GET /api/organization-roles', { kind: 'status', status: 503 });
  logto.controls.fail('POST /api/hooks', { kind: 'reset' });
  const played = await replayAll(whole, 'faulty', nothing);
  const different = played.flatMap((one) => one.different);
  expect(different).toHaveLength(2);
  expect(different[0]?.lines[0]).toMatch(/^status: expected 200, got 503/);
  expect(different[1]?.lines[0]).toMatch(/^no answer: .*ECONNRESET|socket hang up/);
});

test.each([
  ['a wrong secret', { m2m: { id: m2mApplication.id, secret: 'wrong' } }, 'gives no token'],
  ['no server', { endpoint: 'http://127.0.0.1:9' }, 'No Logto answers at http://127.0.0.1:9'],
])('%s is one line', async (_what, other, said) => {
  const failure = await replayAll({ ...whole, ...other }, 'none', nothing).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(TargetRefused);
  expect((failure as Error).message).toContain(said);
  expect((failure as Error).message).not.toContain('\n');
});

import { describe, expect, test } from 'vitest';
import { loadDriver } from '../replay/driver.mjs';
import { readOptions } from '../replay/options.mjs';
import { scenarioReport, summary } from '../replay/report.mjs';

const good = [
  '--endpoint',
  'https://logto.example.com',
  '--m2m-id',
  'id',
  '--m2m-secret',
  'secret',
  '--resource',
  'https://default.logto.app/api',
];

describe('the options of npm run test:logto', () => {
  test('name a Logto, an application and the resource', () => {
    expect(readOptions([...good, '--no-scope-id', 'other', '--no-scope-secret', 'its'])).toEqual({
      endpoint: 'https://logto.example.com',
      resource: 'https://default.logto.app/api',
      m2m: { id: 'id', secret: 'secret' },
      noScope: { id: 'other', secret: 'its' },
    });
    expect(readOptions(good)).not.toHaveProperty('noScope');
  });

  test.each([
    [good.slice(2), '--endpoint'],
    [good.slice(0, 4), '--m2m-secret, --resource'],
    [['--endpoint', 'nowhere', ...good.slice(2)], '--endpoint'],
    [[...good, '--no-scope-id', 'other'], '--no-scope-secret'],
    [[...good, '--secret', 'x'], '--secret'],
    [[...good, 'extra'], 'extra'],
  ])('%j is one line that names %s', (args, named) => {
    expect(() => readOptions(args)).toThrow(named);
    expect(() => readOptions(args)).not.toThrow('\n');
  });
});

test('the report names each step that differs, and how', () => {
  const step = { name: 'list', method: 'GET', path: '/api/organizations' };
  const different = [{ place: 3, step, lines: ['status: expected 200, got 500'] }];
  const played = [
    { scenario: '01-token', steps: 11, different: [] },
    { scenario: '02-organizations', steps: 28, different },
  ];
  expect(played.map(scenarioReport).join('\n')).toBe(
    [
      '✓ 01-token: 11 of 11 alike',
      '✗ 02-organizations: 27 of 28 alike',
      '  step 3, list: GET /api/organizations',
      '    status: expected 200, got 500',
    ].join('\n'),
  );
  expect(summary(played)).toBe('38 of 39 recorded steps alike, 1 different');
});

test('the driver of the tests can be loaded, and says in one line that no Logto answers', async () => {
  const { replayAll, TargetRefused } = await loadDriver();
  const whole = readOptions(['--endpoint', 'http://127.0.0.1:9', ...good.slice(2)]);
  await expect(replayAll(whole, 'none', () => undefined)).rejects.toThrow(TargetRefused);
});

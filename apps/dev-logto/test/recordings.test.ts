import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  m2mApplication,
  m2mApplicationWithoutRole,
  managementApiResource,
  startDevLogto,
  type DevLogto,
} from '../src/index.ts';
import { Replay } from './replay/replay.ts';
import { scenarios } from './replay/scenario.ts';

let logto: DevLogto;

beforeAll(async () => {
  logto = await startDevLogto({ seed: 'none' });
});

afterAll(() => logto.close());

/** What the real Logto 1.41.0 answered, step by step; a difference fails the step and is named. */
describe.each(scenarios())('$name', ({ name, steps }) => {
  let replay: Replay;

  beforeAll(() => {
    replay = new Replay(
      {
        endpoint: logto.origin,
        resource: managementApiResource,
        m2m: m2mApplication,
        noScope: m2mApplicationWithoutRole,
      },
      `run${name.slice(0, 2)}`,
    );
  });

  for (const [place, step] of steps.entries()) {
    test(`${place + 1} ${step.method} ${step.path}: ${step.name}`, async () => {
      expect(await replay.play(step)).toEqual([]);
    });
  }
});

test('the recordings are whole: 199 steps in 9 scenarios', () => {
  const steps = scenarios().map((scenario) => scenario.steps.length);
  expect(steps).toEqual([11, 28, 28, 51, 48, 13, 11, 5, 4]);
});

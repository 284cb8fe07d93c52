import { setTimeout as wait } from 'node:timers/promises';
import { describe, test, vi } from 'vitest';
import { changesUnderHarm } from './crash/under-harm.ts';
import type { BffProcess } from './harness/bff-process.ts';
import type { Chance } from './harness/chance.ts';
import { newPortalData } from './harness/portal-data.ts';
import { describeWithPostgres, startPostgres } from './harness/postgres.ts';

/** 200 take minutes: `CRASH_ROUNDS=200 npm test -- --project bff crashes`. */
const rounds = Number(process.env['CRASH_ROUNDS'] ?? 1);
const timeout = rounds * 10_000 + 120_000;
const name = `the record tells what Logto shows, after ${rounds} times`;

describe('kill -9 while changes go on', () => {
  test(`with PGlite: ${name}`, { timeout }, async () => {
    const env = { PORTAL_DATA: await newPortalData() };
    await changesUnderHarm({ title: 'kill -9, PGlite', rounds, env, harm: kill });
  });
});

describeWithPostgres('kill -9 while changes go on', () => {
  test(`of the BFF, with PostgreSQL: ${name}`, { timeout }, async () => {
    const postgres = await startPostgres();
    const env = { DATABASE_URL: await postgres.newDatabase() };
    await changesUnderHarm({ title: 'kill -9, PostgreSQL', rounds, env, harm: kill });
  });

  test(`of PostgreSQL: ${name}`, { timeout }, async () => {
    const postgres = await startPostgres();
    const env = { DATABASE_URL: await postgres.newDatabase() };
    const harm = async (bff: BffProcess, chance: Chance) => {
      await postgres.stop();
      await wait(chance.below(1_000));
      await postgres.start();
      await vi.waitUntil(async () => (await fetch(`${bff.origin}/readyz`)).ok, { timeout: 20_000 });
    };
    await changesUnderHarm({ title: 'crash of PostgreSQL', rounds, env, harm });
  });
});

async function kill(bff: BffProcess, chance: Chance): Promise<void> {
  await bff.kill();
  if (chance.below(8) === 0) {
    void bff.begin();
    await wait(chance.below(1_500));
    await bff.kill();
  }
  await bff.start();
}

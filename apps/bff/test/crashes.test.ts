import { setTimeout as wait } from 'node:timers/promises';
import type { ActivityEntry } from '@org-portal/contract';
import { demo, startDevLogto } from '@org-portal/dev-logto';
import { describe, expect, test } from 'vitest';
import { answerTo, isOnRecord, type Answer } from './crash/answer.ts';
import { changesAtOnce } from './crash/changes.ts';
import { mailNotAsTold } from './crash/mail.ts';
import { outcomes, settledRecord } from './crash/record.ts';
import { differences, seenInLogto, toldByRecord } from './crash/state.ts';
import { Stock } from './crash/stock.ts';
import { afterwards } from './harness/afterwards.ts';
import { BffProcess } from './harness/bff-process.ts';
import { Chance } from './harness/chance.ts';
import { freePort } from './harness/free-port.ts';
import { ManagementApiByHand } from './harness/management-api.ts';
import { newPortalData } from './harness/portal-data.ts';
import { describeWithPostgres, startPostgres } from './harness/postgres.ts';

/** 200 take minutes: `CRASH_ROUNDS=200 npm test -- --project bff crashes`. */
const ROUNDS = Number(process.env['CRASH_ROUNDS'] ?? 25);
const TIMEOUT = ROUNDS * 10_000 + 120_000;

const { halden } = demo.organizations;

/** What Logto sometimes begins late: when the BFF is gone, or has come back. */
const LATE = [
  'PUT /api/organizations/{id}/users/{userId}/roles',
  'DELETE /api/organizations/{id}/users/{userId}',
  'POST /api/organization-invitations',
  'PUT /api/organization-invitations/{id}/status',
  'DELETE /api/organization-invitations/{id}',
  'POST /api/organization-invitations/{id}/message',
];

describe(`kill -9 at ${ROUNDS} random moments while changes go on, with PGlite`, () => {
  test('the record tells what Logto shows', { timeout: TIMEOUT }, async () => {
    await crash('PGlite', { PORTAL_DATA: await newPortalData() });
  });
});

describeWithPostgres(`kill -9 at ${ROUNDS} random moments while changes go on, with PostgreSQL`, () => {
  test('the record tells what Logto shows', { timeout: TIMEOUT }, async () => {
    const postgres = await startPostgres();
    await crash('PostgreSQL', { DATABASE_URL: await postgres.newDatabase() });
  });
});

async function crash(title: string, env: Record<string, string>): Promise<void> {
  const chance = new Chance();
  console.log(`${title}: SEED=${chance.seed}`);
  const origin = `http://localhost:${await freePort()}`;
  const logto = await startDevLogto({ portalUrl: origin, controls: true });
  afterwards(() => logto.close());
  const operator = new ManagementApiByHand(logto.origin);
  const bff = new BffProcess(logto, origin, env);
  const before = await seenInLogto(operator, halden);
  const stock = new Stock(operator, before, chance);

  const sent: Promise<Answer | undefined>[] = [];
  const sendAll = async () => {
    const changes = await changesAtOnce(bff, stock, chance);
    sent.push(...changes.map((send) => answerTo(send, chance.below(100))));
  };
  const begun = performance.now();
  await bff.start();
  await sendAll();
  const whole = await duration(() => Promise.all(sent));
  for (let round = 0; round < ROUNDS; round += 1) {
    if (round > 0) await bff.start();
    for (const operation of [chance.one(LATE), chance.one(LATE)])
      logto.controls.fail(operation, { kind: 'slow', delayMs: chance.below(3_000) });
    await sendAll();
    await wait(chance.below(whole));
    await bff.kill();
    if (chance.below(8) === 0) await killWhileStarting(bff, chance);
  }
  const seconds = Math.round((performance.now() - begun) / 1_000);

  await bff.start();
  const entries = await settledRecord(bff, halden);
  const answers = (await Promise.all(sent)).filter((answer) => answer !== undefined);
  report(title, seconds, sent.length, answers, entries);
  const told = toldByRecord(before, entries);
  const seen = await seenInLogto(operator, halden);
  expect(differences(told.members, seen.members)).toEqual([]);
  expect(differences(told.invitations, seen.invitations)).toEqual([]);
  expect(mailNotAsTold(logto.outbox(), entries)).toEqual([]);
  expect(answers.filter((answer) => !isOnRecord(answer, entries))).toEqual([]);
}

/** @returns milliseconds that something takes; the moments of the kills are within it */
async function duration(of: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await of();
  return performance.now() - begun;
}

async function killWhileStarting(bff: BffProcess, chance: Chance): Promise<void> {
  void bff.begin();
  await wait(chance.below(1_500));
  await bff.kill();
}

function report(
  title: string,
  seconds: number,
  sent: number,
  answers: Answer[],
  entries: ActivityEntry[],
): void {
  const counts = JSON.stringify(outcomes(entries));
  const requests = `${sent} requests, ${answers.length} of them answered`;
  console.log(`${title}: ${ROUNDS} kills in ${seconds} s; ${requests}; ${entries.length} entries: ${counts}`);
}

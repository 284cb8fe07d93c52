import { setTimeout as wait } from 'node:timers/promises';
import type { ActivityEntry } from '@org-portal/contract';
import { demo, startDevLogto } from '@org-portal/dev-logto';
import { expect } from 'vitest';
import { afterwards } from '../harness/afterwards.ts';
import { BffProcess } from '../harness/bff-process.ts';
import { Chance } from '../harness/chance.ts';
import { freePort } from '../../../../scripts/process/free-port.mjs';
import { ManagementApiByHand } from '../harness/management-api.ts';
import { answerTo, isOnRecord, type Answer } from './answer.ts';
import { changesAtOnce } from './changes.ts';
import { mailNotAsTold } from './mail.ts';
import { outcomes, settledRecord } from './record.ts';
import { differences, seenInLogto, toldByRecord } from './state.ts';
import { Stock } from './stock.ts';

interface Harm {
  /** Is printed. */
  title: string;
  rounds: number;
  /** Of the BFF. */
  env: Record<string, string>;
  /** Is done at a random moment while changes go on; afterwards the BFF works again. */
  harm(bff: BffProcess, chance: Chance): Promise<void>;
}

/** What Logto sometimes begins late: when it is not expected any more, or the BFF has come back. */
const LATE = [
  'PUT /api/organizations/{id}/users/{userId}/roles',
  'DELETE /api/organizations/{id}/users/{userId}',
  'POST /api/organization-invitations',
  'PUT /api/organization-invitations/{id}/status',
  'DELETE /api/organization-invitations/{id}',
  'POST /api/organization-invitations/{id}/message',
];

/**
 * Does harm again and again while changes go on, and then holds the record against Logto: told again from the start, it
 * gives exactly what Logto shows; it holds whatever a browser was told; and nothing in it is left open.
 */
export async function changesUnderHarm({ title, rounds, env, harm }: Harm): Promise<void> {
  const chance = new Chance();
  console.log(`${title}: SEED=${chance.seed}`);
  const origin = `http://localhost:${await freePort()}`;
  const logto = await startDevLogto({ portalUrl: origin, controls: true });
  afterwards(() => logto.close());
  const operator = new ManagementApiByHand(logto.origin);
  const bff = new BffProcess(logto, origin, env);
  const { halden } = demo.organizations;
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
  const unharmed = await duration(() => Promise.all(sent));
  for (let round = 0; round < rounds; round += 1) {
    for (const operation of [chance.one(LATE), chance.one(LATE)])
      logto.controls.fail(operation, { kind: 'slow', delayMs: chance.below(3_000) });
    await sendAll();
    await wait(chance.below(unharmed));
    await harm(bff, chance);
  }
  const seconds = Math.round((performance.now() - begun) / 1_000);

  const entries = await settledRecord(bff, halden);
  const answers = (await Promise.all(sent)).filter((answer) => answer !== undefined);
  console.log(`${title}: ${rounds} times in ${seconds} s; ${summary(sent.length, answers, entries)}`);
  const told = toldByRecord(before, entries);
  const seen = await seenInLogto(operator, halden);
  expect(differences(told.members, seen.members)).toEqual([]);
  expect(differences(told.invitations, seen.invitations)).toEqual([]);
  expect(mailNotAsTold(logto.outbox(), entries)).toEqual([]);
  expect(answers.filter((answer) => !isOnRecord(answer, entries))).toEqual([]);
}

/** @returns milliseconds */
async function duration(of: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await of();
  return performance.now() - begun;
}

function summary(sent: number, answers: Answer[], entries: ActivityEntry[]): string {
  const done = answers.filter(({ isDone }) => isDone).length;
  const counts = JSON.stringify(outcomes(entries));
  return `${sent} requests, ${answers.length} answered, ${done} of them done; ${entries.length} entries: ${counts}`;
}

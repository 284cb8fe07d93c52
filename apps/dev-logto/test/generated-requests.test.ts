import { Agent, request as send } from 'node:http';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startDevLogto, type DevLogto } from '../src/index.ts';
import { faultsOf, type Answer } from './generated/answers.ts';
import { KnownIds, SomeId } from './generated/known-ids.ts';
import { operations } from './generated/operations.ts';
import { requests, type Generated } from './generated/requests.ts';
import { settle } from './generated/world.ts';
import { accessToken } from './management-api.ts';

const inAll = Number(process.env['GENERATED_REQUESTS'] ?? 5_000);
/** To repeat a run: `GENERATED_SEED=… npx vitest run --project dev-logto generated`. */
const seed = Number(process.env['GENERATED_SEED'] ?? Date.now() % 2 ** 31);

const agent = new Agent({ keepAlive: true, maxSockets: 1 });
const failures: string[] = [];
const succeeded = new Set<string>();
let logto: DevLogto;
let token: string;

beforeAll(async () => {
  logto = await startDevLogto({ log: (line) => failures.push(line) });
  token = await accessToken(logto.origin);
});
afterAll(async () => {
  agent.destroy();
  await logto.close();
});

function exchange(method: string, path: string, type: string, body: string | undefined): Promise<Answer> {
  const length = Buffer.byteLength(body ?? '');
  const content = body === undefined ? {} : { 'content-type': type, 'content-length': length };
  const headers = { authorization: `Bearer ${token}`, ...content };
  return new Promise((resolve, reject) => {
    const outgoing = send({ port: logto.port, path, method, agent, headers }, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('error', reject);
      incoming.on('end', () => {
        const { statusCode: status = 0, headers: received } = incoming;
        const text = Buffer.concat(chunks).toString('utf8');
        resolve({ status, type: received['content-type'] ?? '', text });
      });
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

/** The request with ids of this run in it, as it goes over the wire. */
function spelt({ operation, params, query, body, raw }: Generated, known: KnownIds) {
  const plain = (value: unknown) => (value instanceof SomeId ? known.get(value) : String(value));
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(plain(params[name])),
  );
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    for (const one of [value].flat()) search.append(name, plain(one));
  const whole = JSON.stringify(body, (_key, value: unknown) =>
    value instanceof SomeId ? known.get(value) : value,
  );
  return { path: `${path}?${search}`, content: operation.body ? (raw ?? whole) : undefined };
}

/** Sends it, learns from the answer, and tells what is wrong with that. */
async function play(generated: Generated, known: KnownIds): Promise<string[]> {
  const { method, type, operation } = generated;
  const { path, content } = spelt(generated, known);
  const answer = await exchange(method, path, type, content);
  const asked = operations.find((one) => one.method === method && one.path === operation.path);
  const faults = asked ? faultsOf(answer, asked) : methodFaults(answer);
  if (asked && answer.status < 300 && answer.type.includes('json'))
    known.learn(operation.path, JSON.parse(answer.text));
  if (asked && answer.status < 300) succeeded.add(`${method} ${operation.path}`);
  return faults.map(
    (fault) => `${method} ${path} ${content?.slice(0, 300) ?? ''} → ${answer.status}: ${fault}`,
  );
}

const methodFaults = ({ status }: Answer) =>
  [200, 400, 404, 405].includes(status) ? [] : [`status ${status} for a method that is not there`];

async function create(path: string, body: unknown): Promise<{ id: string }> {
  const { text } = await exchange('POST', path, 'application/json', JSON.stringify(body));
  return (text.startsWith('{') ? JSON.parse(text) : {}) as { id: string };
}

test(`${inAll} made-up requests: no 5xx, every answer as the document says (seed ${seed})`, async () => {
  const known = new KnownIds();
  const faults: string[] = [];
  for (const [turn, one] of fc.sample(requests, { seed, numRuns: inAll }).entries()) {
    if (turn % 50 === 0) await settle(create, known, turn / 50);
    faults.push(...(await play(one, known)));
  }
  expect(failures).toEqual([]);
  expect(faults.slice(0, 20)).toEqual([]);
  // What is never done is not tested: most operations must have gone well at least once.
  expect(succeeded.size / operations.length).toBeGreaterThan(0.85);
}, 60_000);

import { demo } from '@org-portal/dev-logto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { World } from './authority/world.ts';
import { faultsOf } from './generated/answers.ts';
import { kindOf, KnownIds, SomeId } from './generated/known-ids.ts';
import { operationsOf, type Document } from './generated/operations.ts';
import { requestsTo, Unescaped, type Generated } from './generated/requests.ts';
import { startPortal } from './harness/portal.ts';
import { RawClient, type RawReply } from './harness/raw-client.ts';
import { closedReview, newOrganization, openReview } from './removals/closed-review.ts';

/** All: `GENERATED_REQUESTS=10000 npx vitest run --project bff generated`. */
const IN_ALL = Number(process.env['GENERATED_REQUESTS'] ?? 5_000);
/** Of what did not succeed once among them, several times if need be: one in two hundred decisions fits by chance. */
const EACH = 500;
const TIMES = 5;
/** To repeat a run: `GENERATED_SEED=… npx vitest run --project bff generated`. */
const seed = Number(process.env['GENERATED_SEED'] ?? Date.now() % 2 ** 31);

const portal = await startPortal(
  { LOGTO_WEBHOOK_SIGNING_KEY: 'a key that nobody here signs with' },
  { members: 40 },
);
const client = new RawClient(portal.origin);
const world = new World(portal);
const { owner, admin, soleAdmin, support, supportLead, ops, opsLead, nobody } = demo.users;
const people = [owner, owner, owner, admin, soleAdmin, support, supportLead, ops, opsLead, nobody];
const cookies = new Map<string, string>();

const known = new KnownIds();
const operations = operationsOf(
  (await (await (await portal.signIn(demo.users.owner)).get('/api/openapi.json')).json()) as Document,
);
const succeeded = new Set<string>();
const statuses = new Map<number, number>();

async function cookieOf(who: string): Promise<string> {
  const cookie = cookies.get(who) ?? `portal-session=${await (await portal.signIn(who)).sessionCookie()}`;
  cookies.set(who, cookie);
  return cookie;
}

/** Made-up values include objects that have no `toString`. */
const textOf = (value: unknown): string =>
  typeof value === 'object' ? (JSON.stringify(value) ?? '') : String(value);

/** The request with ids of this run in it, as it goes over the wire. */
function spelt({ operation, params, query, body, raw }: Generated): {
  path: string;
  content: string | undefined;
} {
  const plain = (value: unknown) => (value instanceof SomeId ? known.get(value) : textOf(value));
  const escaped = (value: unknown) =>
    value instanceof Unescaped ? value.text : encodeURIComponent(plain(value).replace(/\p{Cs}/gu, ''));
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => escaped(params[name]));
  const search = query.map(([name, value]) => `${encodeURIComponent(name)}=${escaped(value)}`).join('&');
  // Of which kind a token is depends on the route.
  const kindIn = (name: string, { kind }: SomeId) =>
    name === 'token' ? (kindOf(name, operation.path) ?? kind) : kind;
  const whole = JSON.stringify(body, (name, value: unknown) =>
    value instanceof SomeId ? known.get(new SomeId(kindIn(name, value), value.nth)) : value,
  );
  return { path: search ? `${path}?${search}` : path, content: raw ?? whole };
}

/** Sends it, learns from the answer, and tells what is wrong with that. */
async function play(generated: Generated): Promise<string[]> {
  const { method, operation } = generated;
  const who = people[generated.who]!;
  const { path, content } = spelt(generated);
  const { 'content-type': type, ...rest } = generated.headers;
  const headers = content === undefined ? rest : { ...rest, 'content-type': type ?? '' };
  const cookie = await cookieOf(who);
  const reply = await client.send({
    method,
    path,
    headers: { ...headers, cookie, origin: portal.origin },
    body: content,
  });
  statuses.set(reply.status, (statuses.get(reply.status) ?? 0) + 1);
  if (/"session.required"/.test(reply.text) || /sign-out|end-all/.test(path)) cookies.delete(who);
  const asked = operations.find((one) => one.path === operation.path && one.method === method);
  if (asked && reply.status < 400) succeeded.add(`${method} ${operation.path}`);
  if (asked && reply.status === 200) learn(asked.path, reply);
  if (asked && reply.status < 300) await restore(asked.path.endsWith('/leave') ? who : memberIn(path));
  if (reply.status < 300 && path.endsWith('/suspend')) await unsuspend(personIn(path));
  return faultsOf(reply, method, asked).map(
    (fault) =>
      `${who} ${method} ${path.slice(0, 300)} ${content?.slice(0, 300) ?? ''} → ${reply.status}: ${fault}`,
  );
}

function learn(path: string, { headers, text }: RawReply): void {
  if (headers['content-type']?.includes('json')) known.learn(path, safeParse(text));
}

function safeParse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const { halden, atlas, fjord } = demo.organizations;
const roles = demo.organizationRoles;
const places: Record<string, { organization: string; role: string }> = {
  [owner]: { organization: halden, role: roles.owner },
  [admin]: { organization: halden, role: roles.admin },
  [soleAdmin]: { organization: atlas, role: roles.admin },
};

const memberIn = (path: string) => /\/members\/([^/?]+)/.exec(path)?.[1] ?? '';

const personIn = (path: string) => /\/people\/([^/?]+)/.exec(path)?.[1] ?? '';

/** Who was suspended may be one of the people who ask. */
const unsuspend = (id: string) =>
  portal.operator.call('PATCH', `/users/${id}/is-suspended`, { isSuspended: false });

/** Gives back to one of the people what they lost, before the portal looks again. */
async function restore(id: string): Promise<void> {
  const place = places[id];
  if (place) await join(id, place);
}

async function join(
  id: string,
  { organization, role }: { organization: string; role: string },
): Promise<void> {
  const users = `/organizations/${organization}/users`;
  await portal.operator.call('POST', users, { userIds: [id] });
  await portal.operator.call('PUT', `${users}/${id}/roles`, { organizationRoleIds: [role] });
}

/** Makes somebody to act on, and invitations. */
async function settle(turn: number): Promise<void> {
  const { id } = await portal.operator.call<{ id: string }>('POST', '/users', { name: `Somebody ${turn}` });
  await join(id, { organization: halden, role: roles.member });
  known.add('member', id);
  const invite = async (organizationId: string, invitee: string) =>
    portal.operator
      .call<{ id: string }>('POST', '/organization-invitations', {
        organizationRoleIds: [],
        expiresAt: Date.now() + 86_400_000,
        organizationId,
        invitee,
      })
      .catch(() => undefined);
  const pending = await invite(halden, `pending.${turn}@example.com`);
  for (const [kind, status] of [
    ['expired link', 'expired'],
    ['link', 'pending'],
  ] as const) {
    const token = await world.joinToken(status, 'lin.xiaoyu@example.com').catch(() => undefined);
    if (token) known.add(kind, token);
  }
  const received = await invite(fjord, 'lin.xiaoyu@example.com');
  if (pending) known.add('invitation', pending.id);
  if (received) known.add('received', received.id);
  if (turn % IN_ALL === 0) await settleReviews();
}

/** Made-up requests hardly ever do one after another what it takes. */
async function settleReviews(): Promise<void> {
  const lead = await portal.signIn(opsLead);
  known.add('open review', (await openReview(lead, [fjord])).id);
  // This one may be closed or given up.
  known.add('review', (await openReview(lead, [fjord])).id);
  const { id } = await newOrganization(portal.operator, 'To be removed from', [[]]);
  known.add('closed review', await closedReview(lead, [id], () => true));
}

// Attack: a signed-in person sends whatever a program can think of, thousands of times.
it(`${IN_ALL} made-up requests: no 5xx, every answer as the document says (seed ${seed})`, async () => {
  const faults: string[] = [];
  const made = fc.sample(requestsTo(operations, people.length), { seed, numRuns: IN_ALL });
  for (const [turn, one] of made.entries()) {
    if (turn % 100 === 0) await settle(turn);
    faults.push(...(await play(one)));
  }
  console.log(
    `${IN_ALL} generated requests (seed ${seed}):`,
    Object.fromEntries([...statuses].sort(([a], [b]) => a - b)),
  );
  // What is never done is not tested.
  // An import is over before somebody happens to pause it, and what one declines another has accepted.
  const isChance = (path: string) =>
    /^\/webhooks|\/(pause|continue|cancel)$/.test(path) ||
    (path.endsWith('/decline') && [...succeeded].some((one) => one.endsWith('/accept')));
  const isUndone = ({ method, path }: (typeof operations)[number]) =>
    !succeeded.has(`${method} ${path}`) && !isChance(path);
  // What the dice left out gets more of them, and what it takes to be done.
  for (const operation of operations) {
    for (let time = 1; time <= TIMES && isUndone(operation); time += 1) {
      await settle(IN_ALL);
      const more = { seed: seed + time, numRuns: EACH };
      for (const one of fc.sample(requestsTo([operation], people.length), more))
        faults.push(...(await play(one)));
    }
  }
  expect(faults.slice(0, 20)).toEqual([]);
  const never = operations.filter(isUndone);
  expect(never.map(({ method, path }) => `${method} ${path}`)).toEqual([]);
}, 300_000);

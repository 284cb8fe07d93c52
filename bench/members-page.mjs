import { load } from './load.mjs';
import { start } from './process.mjs';
import { atLeast, atMost, withoutGoal } from './result.mjs';
import { NODE_OPTIONS, withRoom } from './room.mjs';
import { median, spread } from './statistics.mjs';

const ROUNDS = 5;
/** Requests before the first round: until then the engine still compiles what is slow at first. */
const WARM_UP = 20_000;
const PAGES_OF_ONE = 200;

/**
 * What a members page costs: session, permission, scoping, projection and schema against proxies that do nothing but
 * forward, on the same upstream. Every connection asks for other pages, so that no two reads are one, but where that
 * is what is measured.
 * @param {import('./measure.mjs').Bench} bench
 * @returns {Promise<import('./result.mjs').Result[]>}
 */
export function membersPage(bench) {
  return withRoom(bench, async (room) => {
    const { portal, upstream, cookie, authorization, applications, paths } = room;
    const env = { ...applications, NODE_OPTIONS, UPSTREAM: upstream.origin, AUTHORIZATION: authorization };
    const [proxy, middleware, bare, least] = await Promise.all(
      ['http-proxy', 'proxy-middleware', 'bare-handler', 'least'].map((name) =>
        start(`./servers/${name}.mjs`, env, bench.signal),
      ),
    );
    if (!proxy || !middleware || !bare || !least) throw new Error('a server did not start');
    try {
      const servers = {
        portal: { ...portal, path: paths.members, headers: { cookie } },
        bare: { ...bare, path: paths.members, headers: {} },
        proxy: { ...proxy, path: paths.users, headers: {} },
        middleware: { ...middleware, path: paths.users, headers: {} },
        least: { ...least, path: paths.users, headers: {} },
      };
      const etags = await tagsOf(portal.origin + paths.members, cookie);
      return [
        ...(await againstPeers(servers)),
        ...(await identical(servers)),
        ...(await unchanged(servers, etags)),
      ];
    } finally {
      for (const server of [proxy, middleware, bare, least]) await server.stop();
    }
  });
}

/** @typedef {import('./process.mjs').Running & { path: string, headers: Record<string, string> }} Server */

/** @param {Record<string, Server>} servers */
async function againstPeers(servers) {
  const found = await inTurns(servers, (server, how) =>
    load(server.origin, (connection) => pagesFrom(server, connection * PAGES_OF_ONE, PAGES_OF_ONE), how),
  );
  const { portal, bare, proxy, middleware, least } = found;
  return [
    compared('members page: throughput', ratios(portal, proxy, 'perSecond'), {
      unit: '× @fastify/http-proxy',
      atLeast: 0.38,
    }),
    compared('members page: p99', ratios(portal, proxy, 'p99'), { unit: '× @fastify/http-proxy' }),
    compared('members page: throughput', ratios(portal, middleware, 'perSecond'), {
      unit: '× http-proxy-middleware',
    }),
    compared('the least that reads, picks and writes: throughput', ratios(least, proxy, 'perSecond'), {
      unit: '× @fastify/http-proxy',
    }),
    compared('session and permission: CPU', ratios(portal, bare, 'cpu'), {
      unit: '× the handler without them',
      atMost: 1.25,
    }),
  ];
}

/** @param {{ portal: Server, proxy: Server }} servers */
async function identical({ portal, proxy }) {
  const found = await inTurns({ portal, proxy }, (server, how) =>
    load(server.origin, () => pagesFrom(server, 0, 1), how),
  );
  return [
    compared('32 identical reads: throughput', ratios(found['portal'], found['proxy'], 'perSecond'), {
      unit: '× @fastify/http-proxy',
    }),
  ];
}

/** @param {Record<string, Server>} servers @param {string[]} etags one for the page of each connection */
async function unchanged({ portal }, etags) {
  /** @type {Record<string, Server & { isKnown: boolean }>} */
  const both = {
    again: { .../** @type {Server} */ (portal), isKnown: true },
    full: { .../** @type {Server} */ (portal), isKnown: false },
  };
  const found = await inTurns(both, (server, how) =>
    load(
      server.origin,
      (connection) =>
        pagesFrom(server, connection, 1, server.isKnown ? { 'if-none-match': etags[connection] ?? '' } : {}),
      { ...how, status: server.isKnown ? 304 : 200 },
    ),
  );
  return [
    compared('unchanged page, 304: throughput', ratios(found['again'], found['full'], 'perSecond'), {
      unit: '× the page in full',
      atLeast: 1.5,
    }),
  ];
}

/**
 * Measures each in turn, round after round, so that whatever slows this machine down slows all.
 * @template {Server} S
 * @param {Record<string, S>} servers
 * @param {(server: S, how: { amount?: number }) => Promise<import('./load.mjs').Load>} measure
 * @returns {Promise<Record<string, Round[]>>}
 */
async function inTurns(servers, measure) {
  /** @type {Record<string, Round[]>} */
  const rounds = Object.fromEntries(Object.keys(servers).map((name) => [name, []]));
  for (let round = -1; round < ROUNDS; round += 1) {
    for (const [name, server] of Object.entries(servers)) {
      const before = await server.usage();
      const found = await measure(server, round < 0 ? { amount: WARM_UP } : {});
      const { cpu } = await server.usage();
      if (round >= 0) rounds[name]?.push({ ...found, cpu: (cpu - before.cpu) / found.answered });
    }
  }
  return rounds;
}

/** @typedef {import('./load.mjs').Load & { cpu: number }} Round cpu: microseconds per request */

/** @param {Round[] | undefined} ours @param {Round[] | undefined} theirs @param {'perSecond' | 'p99' | 'cpu'} what */
function ratios(ours = [], theirs = [], what) {
  return ours.map((round, index) => round[what] / (theirs[index]?.[what] ?? NaN));
}

/** @param {Server} server @param {number} first @param {number} count @param {Record<string, string>} [headers] */
function pagesFrom({ path, headers: own }, first, count, headers = {}) {
  return Array.from({ length: count }, (_, index) => ({
    path: `${path}?page=${first + index + 1}&page_size=20`,
    headers: { ...own, ...headers },
  }));
}

/** @param {string} url @param {string} cookie @returns {Promise<string[]>} the ETags of the first pages */
async function tagsOf(url, cookie) {
  const tags = [];
  for (let page = 1; page <= 32; page += 1) {
    const reply = await fetch(`${url}?page=${page}&page_size=20`, { headers: { cookie } });
    tags.push(reply.headers.get('etag') ?? '');
  }
  return tags;
}

/**
 * @param {string} name
 * @param {number[]} figures
 * @param {{ unit: string, atMost?: number, atLeast?: number }} goal
 */
function compared(name, figures, { unit, atMost: most, atLeast: least }) {
  const measured = { name, figure: Number(median(figures).toFixed(2)), spread: spread(figures, 2), unit };
  if (least !== undefined) return atLeast({ ...measured, atLeast: least });
  return most === undefined ? withoutGoal(measured) : atMost({ ...measured, atMost: most });
}

import { createServer } from 'node:http';
import { listen } from './listen.mjs';

/**
 * Stands in for Logto: asks the embedded one once for each path, and from then on answers from memory whatever the
 * query, as fast as Node can, so that not Logto is measured.
 */
const LOGTO = process.env['LOGTO'] ?? '';
/** @type {Map<string, Promise<{ status: number, headers: Record<string, string>, body: Buffer }>>} */
const known = new Map();
let tokens = 0;

const server = createServer(async (request, reply) => {
  const { method = 'GET', url = '' } = request;
  const [path = ''] = url.split('?', 1);
  if (method === 'GET' && path === '/requests-for-tokens') return void reply.end(String(tokens));
  if (path === '/oidc/token') tokens += 1;
  const body = method === 'GET' ? undefined : Buffer.concat(await request.toArray());
  const answer = await (method === 'GET' ? remembered(path, request) : ask(path, request, body));
  const isKnown = request.headers['if-none-match'] !== undefined && isSame(request, answer.headers);
  reply.writeHead(isKnown ? 304 : answer.status, answer.headers).end(isKnown ? undefined : answer.body);
});
listen(server);

/** @param {import('node:http').IncomingMessage} request @param {Record<string, string>} headers */
const isSame = (request, headers) => request.headers['if-none-match'] === headers['etag'];

/** @param {string} path @param {import('node:http').IncomingMessage} request */
function remembered(path, request) {
  const answer = known.get(path) ?? ask(path, request);
  known.set(path, answer);
  return answer;
}

/**
 * @param {string} path
 * @param {import('node:http').IncomingMessage} request
 * @param {Buffer} [body]
 */
async function ask(path, { method = 'GET', headers }, body) {
  const { authorization = '', 'content-type': type = 'application/json' } = headers;
  const reply = await fetch(LOGTO + path, {
    method,
    headers: { authorization, 'content-type': type },
    ...(body && { body }),
  });
  const kept = ['content-type', 'etag', 'total-number', 'link'].flatMap((name) => {
    const value = reply.headers.get(name);
    return value === null ? [] : [[name, value]];
  });
  return {
    status: reply.status,
    headers: Object.fromEntries(kept),
    body: Buffer.from(await reply.arrayBuffer()),
  };
}

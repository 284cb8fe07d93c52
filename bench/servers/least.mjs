import { createServer } from 'node:http';
import { Agent } from 'undici';
import { toMember } from '../../apps/bff/dist/view/member.js';
import { listen } from './listen.mjs';

/**
 * The least that gives out members as the portal shows them: reads each page, picks what is shown, and writes it, with
 * Node's own server and nothing else.
 */
const agent = new Agent({ connections: 64 });
const origin = process.env['UPSTREAM'] ?? '';
const authorization = process.env['AUTHORIZATION'] ?? '';
const access = Object.freeze({
  permissions: ['read:member', 'remove:member', 'update:member:role'],
  assignableRoleIds: [],
  isReasonRequired: false,
  isMember: true,
});

/** @param {string} path @returns {Promise<{ headers: Record<string, string | string[] | undefined>, text: string }>} */
function ask(path) {
  return new Promise((resolve, reject) => {
    /** @type {Record<string, string | string[] | undefined>} */
    let headers = {};
    /** @type {Buffer[]} */
    const parts = [];
    agent.dispatch(
      { origin, path, method: 'GET', headers: { authorization } },
      {
        onRequestStart: () => undefined,
        onResponseStart: (_controller, _status, found) => (headers = found),
        onResponseData: (_controller, part) => parts.push(part),
        onResponseEnd: () => resolve({ headers, text: Buffer.concat(parts).toString() }),
        onResponseError: (_controller, error) => reject(error),
      },
    );
  });
}

listen(
  createServer(async (request, reply) => {
    const { headers, text } = await ask(request.url ?? '');
    const members = JSON.parse(text).map((/** @type {any} */ user) =>
      toMember(user, /** @type {any} */ (access)),
    );
    reply
      .writeHead(200, { 'content-type': 'application/json', 'total-number': headers['total-number'] })
      .end(JSON.stringify(members));
  }),
);

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Agent } from 'undici';
import { expect, it, onTestFinished, vi } from 'vitest';
import { exchange } from '../src/exchange.ts';

/** One connection, taken by a request that is answered when it is let go of. */
async function takenConnection() {
  const seen: string[] = [];
  let letGo: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  const server = createServer((request, reply) => {
    seen.push(request.url ?? '');
    const answer = () => reply.end('{}');
    if (request.url === '/first') void held.then(answer);
    else answer();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const agent = new Agent({ connections: 1 });
  onTestFinished(async () => {
    await agent.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const send = (path: string, rest: { time?: number; signal?: AbortSignal } = {}) =>
    exchange(agent, { method: 'DELETE', origin, path, headers: {}, timeout: 10_000, time: 10_000, ...rest });
  const first = send('/first');
  await vi.waitUntil(() => seen.length === 1);
  /** @returns what was sent, once all that waited has had its turn */
  const sent = async () => {
    letGo();
    await first;
    await send('/last');
    return seen;
  };
  return { send, sent };
}

it('a write whose time is over while it waits for a connection was not sent, and is not sent any more', async () => {
  const { send, sent } = await takenConnection();
  await expect(send('/second', { time: 10 })).rejects.toMatchObject({
    code: 'upstream.timeout',
    wasSent: false,
  });
  expect(await sent()).toEqual(['/first', '/last']);
});

it('a write that is aborted while it waits for a connection is not sent any more', async () => {
  const { send, sent } = await takenConnection();
  const stop = new AbortController();
  const second = send('/second', { signal: stop.signal });
  stop.abort(new Error('gone'));
  await expect(second).rejects.toThrow('gone');
  expect(await sent()).toEqual(['/first', '/last']);
});

import { connect } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startPortal } from './harness/portal.ts';

const timeouts = { headers: 300, request: 1_500, keepAlive: 300, check: 50 };
const portal = await startPortal({}, { timeouts });
const { port } = new URL(portal.origin);

/** Sends `begin`, then a byte every 20 ms as long as it may. @returns what came back, and after how long (ms) */
const drip = (begin: string, byte: string) =>
  new Promise<{ reply: string; after: number }>((resolve) => {
    const started = Date.now();
    let reply = '';
    let timer: NodeJS.Timeout | undefined;
    const socket = connect(Number(port), '127.0.0.1', () => {
      socket.write(begin);
      timer = setInterval(() => byte && socket.writable && socket.write(byte), 20);
    });
    onTestFinished(() => void socket.destroy());
    socket.on('error', () => undefined);
    socket.on('data', (data) => (reply += String(data)));
    socket.on('close', () => {
      clearInterval(timer);
      resolve({ reply, after: Date.now() - started });
    });
  });

const POST = 'POST /auth/sign-out HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n';

// Attack: thousands of connections that each send a byte now and then, until the portal has no more of them.
describe('a client that', () => {
  it.each([
    ['never ends its headers', 'GET /healthz HTTP/1.1\r\nHost: x\r\nX: ', 'a', timeouts.headers],
    ['never ends its body', `${POST}Content-Length: 5000\r\n\r\n{"a":"`, 'a', timeouts.request],
    [
      'never ends its last chunk',
      `${POST}Transfer-Encoding: chunked\r\n\r\n`,
      '1\r\na\r\n',
      timeouts.request,
    ],
    ['says nothing at all', '', '', timeouts.headers],
  ])('%s is cut off', async (_name, begin, byte, limit) => {
    const { reply, after } = await drip(begin, byte);
    expect(after).toBeGreaterThanOrEqual(limit - timeouts.check);
    // What ends the headers is not the limit for all of it.
    expect(after).toBeLessThan(limit === timeouts.headers ? timeouts.request : limit + 2_000);
    if (reply !== '') expect(reply).toMatch(/^HTTP\/1\.1 408 /);
  });

  it('keeps its connection without using it is cut off', async () => {
    const { reply, after } = await drip('GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n', '');
    expect(reply).toMatch(/^HTTP\/1\.1 200 /);
    expect(after).toBeLessThan(timeouts.keepAlive + 2_500);
  });

  it('is not slow is served while others drip', async () => {
    const slow = Array.from({ length: 50 }, () => drip('GET / HTTP/1.1\r\nX: ', 'a'));
    expect((await portal.visitor().get('/healthz')).status).toBe(200);
    await Promise.all(slow);
  });
});

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { startPortal } from './harness/portal.ts';

const parent = await mkdtemp(join(tmpdir(), 'portal-web-'));
const webRoot = join(parent, 'dist');
await mkdir(join(webRoot, 'assets'), { recursive: true });
await writeFile(join(parent, 'secret.txt'), 'outside');
await writeFile(
  join(webRoot, 'index.html'),
  '<!doctype html><title>Org Portal</title><meta nonce="CSP-NONCE">',
);
await writeFile(join(webRoot, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
await writeFile(join(webRoot, 'assets', 'app-1234.js'), 'export const plain = 1;');
await writeFile(join(webRoot, 'assets', 'app-1234.js.br'), brotliCompressSync('export const small = 1;'));
afterAll(() => rm(parent, { recursive: true }));

const portal = await startPortal({}, { webRoot });

/** A request whose path and headers arrive as they are written here. */
const raw = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  new Promise<{ status: number; headers: Record<string, unknown>; bytes: number; text: string }>(
    (resolve, reject) => {
      const { port } = new URL(portal.origin);
      request({ hostname: '127.0.0.1', port, path, headers, method }, async (reply) => {
        const body = Buffer.concat(await reply.toArray());
        resolve({
          status: reply.statusCode ?? 0,
          headers: reply.headers,
          bytes: body.length,
          text: body.toString(),
        });
      })
        .on('error', reject)
        .end();
    },
  );

describe('the web app', () => {
  it.each(['/', '/organizations/x/members?page=2', '/signed-out', '/welcome', '/no/such/page'])(
    'has its first page at %s',
    async (path) => {
      const reply = await portal.visitor().visit(path);
      expect(reply.status).toBe(200);
      expect(await reply.text()).toContain('<title>Org Portal</title>');
      expect(reply.headers.get('cache-control')).toBe('no-cache');
    },
  );

  it.each(['/api/nothing', '/auth/nothing', '/assets/nothing.js'])('has none at %s', async (path) => {
    for (const accept of ['text/html', '*/*'])
      expect((await portal.visitor().visit(path, { headers: { accept } })).status).toBe(404);
  });

  // Office asks with HEAD before it opens a link, link checkers say that they take anything, some say nothing.
  it.each(['/', '/join/abc.def-_', '/join', '/organizations/x/members?page=2', '/people', '/signed-out'])(
    'is there at %s for those that are not browsers',
    async (path) => {
      for (const accept of [
        '*/*',
        'text/*',
        'application/xhtml+xml',
        'text/html;q=0.9, */*;q=0.1',
        undefined,
      ]) {
        const headers = accept === undefined ? {} : { accept };
        const [get, head] = [await raw(path, headers), await raw(path, headers, 'HEAD')];
        for (const reply of [get, head])
          expect([reply.status, reply.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
        expect(get.text).toContain('<title>Org Portal</title>');
        expect(head.bytes).toBe(0);
        expect(head.headers['content-length']).toBe(String(get.bytes));
      }
    },
  );

  it.each(['/robots.txt', '/apple-touch-icon.png', '/.well-known/security.txt', '/%61pi/x', '/assets/x.js'])(
    'is not what somebody gets who asks for the file %s',
    async (path) => {
      for (const method of ['GET', 'HEAD']) {
        expect((await raw(path, { accept: '*/*' }, method)).status).toBe(404);
        expect((await raw(path, { accept: 'image/avif,image/*,*/*;q=0.8' }, method)).status).toBe(404);
      }
    },
  );

  it('is not what somebody gets who takes JSON only, or wants a change', async () => {
    expect((await raw('/people', { accept: 'application/json' })).status).toBe(404);
    expect((await raw('/people', { accept: '*/*' }, 'POST')).status).toBe(404);
  });

  // Attack: a style sheet in the page, with the nonce of a page that was seen before.
  it('lets in style sheets by a nonce that is another one each time', async () => {
    const nonces = await Promise.all(
      Array.from({ length: 20 }, async () => {
        const reply = await portal.visitor().visit('/');
        const nonce = / nonce="([^"]+)"/.exec(await reply.text())?.[1];
        expect(nonce).toMatch(/^[\w+/]{22}==$/);
        const policy = reply.headers.get('content-security-policy');
        expect(policy).toContain(`style-src 'self' 'nonce-${nonce}';`);
        expect(policy).not.toContain('unsafe');
        return nonce;
      }),
    );
    expect(new Set(nonces).size).toBe(20);
  });

  it('is sent compressed as it was built, and kept for good', async () => {
    const small = await raw('/assets/app-1234.js', { 'accept-encoding': 'gzip, br' });
    expect(small.headers).toMatchObject({
      'content-encoding': 'br',
      'content-type': expect.stringContaining('javascript'),
      'cache-control': 'public, max-age=31536000, immutable',
    });
    expect(small.bytes).toBe(brotliCompressSync('export const small = 1;').length);
    const plain = await raw('/assets/app-1234.js');
    expect(plain.text).toBe('export const plain = 1;');
  });

  it('has files beside the page', async () => {
    expect((await raw('/favicon.svg')).status).toBe(200);
  });

  // Attack: a path that leaves the folder of the web app reads the server's files.
  it.each([
    '/assets/../../secret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/assets/%2e%2e/%2e%2e/secret.txt',
    '/assets/..%5c..%5csecret.txt',
    '/..%2fsecret.txt',
    '/assets//etc/passwd',
    '/assets/%00',
  ])('gives nothing of the server at %s', async (path) => {
    const reply = await raw(path);
    expect(reply.status).toBeGreaterThanOrEqual(400);
    expect(reply.status).toBeLessThan(500);
    expect(reply.text).not.toContain('outside');
  });
});

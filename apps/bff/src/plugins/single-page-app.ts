import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import fp from 'fastify-plugin';
import { Type } from 'typebox';
import { Problem } from '../problem/problem.ts';
import { sendProblem } from './problems.ts';

interface Options {
  /** Folder of the built web app, if it is to be served. */
  webRoot: string | undefined;
}

/** Vite puts a hash of the content into the name of whatever is in here. */
const ASSETS = 'assets';
const FOREVER = { maxAge: 31_536_000_000, immutable: true };
const publicly = { config: { authority: 'public' }, schema: { hide: true } } as const;
/** Where the page wants the nonce of its style sheets. */
const NONCE = 'CSP-NONCE';
/** One file name: no folder, no NUL, nothing that a file system could read otherwise. */
const AssetParams = Type.Object({ '*': Type.String({ pattern: '^[\\w.-]+$' }) });

/** Serves the built web app, precompressed, and its first page for every path that a person may navigate to. */
export const singlePageApp = fp<Options>(async (app, { webRoot }) => {
  const page = webRoot === undefined ? undefined : await readFile(join(webRoot, 'index.html'), 'utf8');
  if (webRoot !== undefined) {
    await app.register(fastifyStatic, { root: webRoot, serve: false, preCompressed: true });
    app.get<{ Params: { '*': string } }>(
      `/${ASSETS}/*`,
      { ...publicly, schema: { hide: true, params: AssetParams } },
      (request, reply) => reply.sendFile(`${ASSETS}/${request.params['*']}`, FOREVER),
    );
    for (const name of await filesBesideThePage(webRoot)) {
      app.get(`/${name}`, publicly, (_request, reply) => reply.sendFile(name));
    }
  }

  app.setNotFoundHandler((request, reply) => {
    const [pathname = '/'] = request.url.split('?', 1);
    const isNavigation = request.method === 'GET' && request.headers.accept?.includes('text/html');
    if (page !== undefined && isNavigation && !/^\/(api|auth|assets)(\/|$)/.test(pathname)) {
      return reply
        .header('cache-control', 'no-cache')
        .type('text/html; charset=utf-8')
        .send(page.replace(NONCE, reply.takeStyleNonce()));
    }
    return sendProblem(new Problem('route.not_found', 'There is no such path.'), request, reply);
  });
});

async function filesBesideThePage(webRoot: string): Promise<string[]> {
  const entries = await readdir(webRoot, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !/^\.|\.(br|gz)$|^index\.html$/.test(entry.name))
    .map((entry) => entry.name);
}

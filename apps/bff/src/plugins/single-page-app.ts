import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyRequest } from 'fastify';
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
    if (page !== undefined && asksForPage(request)) {
      return reply
        .header('cache-control', 'no-cache')
        .type('text/html; charset=utf-8')
        .send(page.replace(NONCE, reply.takeStyleNonce()));
    }
    return sendProblem(new Problem('route.not_found', 'There is no such path.'), request, reply);
  });
});

/** Other paths than those of pages; what a path without folder and with an ending names is a file. */
const NO_PAGE = /^\/(api|auth|assets|webhooks|\.well-known)(\/|$)/i;
const FILE = /^\/[^/]+\.[a-z0-9]+$/i;

/**
 * Link checkers, and Office before it opens a link, ask with HEAD, or say that they take anything. Browsers ask for files
 * in the same way, for an icon for one, and must not get a page instead.
 * @returns whether the first page of the web app is the answer
 */
function asksForPage({ method, url, headers }: FastifyRequest): boolean {
  const [pathname = '/'] = url.split('?', 1);
  if ((method !== 'GET' && method !== 'HEAD') || NO_PAGE.test(decoded(pathname))) return false;
  const accept = headers.accept?.toLowerCase() ?? '*/*';
  if (/text\/html|application\/xhtml\+xml/.test(accept)) return true;
  return /(\*|text)\/\*/.test(accept) && !FILE.test(pathname);
}

function decoded(pathname: string): string {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return pathname;
  }
}

async function filesBesideThePage(webRoot: string): Promise<string[]> {
  const entries = await readdir(webRoot, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !/^\.|\.(br|gz)$|^index\.html$/.test(entry.name))
    .map((entry) => entry.name);
}

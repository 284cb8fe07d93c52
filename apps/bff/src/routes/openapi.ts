import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { tagsIn } from '../entity-tags.ts';

const ENCODINGS = ['br', 'gzip', 'identity'] as const;
type Encoding = (typeof ENCODINGS)[number];
type Document = Record<Encoding, Buffer> & { sum: string };

/** The description of the API. It is built and compressed once, for people who are signed in. */
export const openApiRoutes: FastifyPluginAsyncTypebox = async (app) => {
  let built: Promise<Document> | undefined;

  app.get(
    '/api/openapi.json',
    { config: { authority: 'session' }, schema: { hide: true } },
    async (request, reply) => {
      const document = await (built ??= build(app.swagger()));
      const encoding = encodingFor(request.headers['accept-encoding']);
      const etag = `"${document.sum}-${encoding}"`;
      reply.headers({ 'cache-control': 'private, no-cache', vary: 'accept-encoding, cookie', etag });
      if (tagsIn(request.headers['if-none-match']).includes(etag)) return reply.code(304).send();
      if (encoding !== 'identity') reply.header('content-encoding', encoding);
      return reply.type('application/json; charset=utf-8').send(document[encoding]);
    },
  );
};

async function build(document: object): Promise<Document> {
  const identity = Buffer.from(JSON.stringify(document));
  const params = { [constants.BROTLI_PARAM_QUALITY]: 9 };
  const [br, gzipped] = await Promise.all([
    promisify(brotliCompress)(identity, { params }),
    promisify(gzip)(identity, { level: 9 }),
  ]);
  const sum = createHash('sha256').update(identity).digest('base64url').slice(0, 22);
  return { identity, br, gzip: gzipped, sum };
}

/** @returns the best that the client takes; one named with `q=0` is not taken (RFC 9110, 12.5.3) */
function encodingFor(header: string | string[] | undefined): Encoding {
  const taken = String(header ?? '')
    .toLowerCase()
    .split(',')
    .filter((part) => !/;\s*q=0(\.0*)?\s*$/.test(part))
    .map((part) => part.split(';', 1)[0]?.trim());
  return ENCODINGS.find((encoding) => taken.includes(encoding)) ?? 'identity';
}

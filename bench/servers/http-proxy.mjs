import httpProxy from '@fastify/http-proxy';
import Fastify from 'fastify';
import { listen } from './listen.mjs';

/** The peer: @fastify/http-proxy that adds the token and forwards, and does nothing else. */
const app = Fastify();
const authorization = process.env['AUTHORIZATION'] ?? '';
await app.register(httpProxy, {
  upstream: process.env['UPSTREAM'] ?? '',
  replyOptions: { rewriteRequestHeaders: (_request, headers) => ({ ...headers, authorization }) },
});
await app.ready();
listen(app.server);

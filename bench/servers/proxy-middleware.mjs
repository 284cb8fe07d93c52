import { Agent, createServer } from 'node:http';
import { createProxyMiddleware } from 'http-proxy-middleware';
import { listen } from './listen.mjs';

/** The peer: http-proxy-middleware that adds the token and forwards, over connections that it keeps. */
const forward = createProxyMiddleware({
  target: process.env['UPSTREAM'] ?? '',
  agent: new Agent({ keepAlive: true }),
  headers: { authorization: process.env['AUTHORIZATION'] ?? '' },
});
listen(createServer((request, reply) => void forward(request, reply)));

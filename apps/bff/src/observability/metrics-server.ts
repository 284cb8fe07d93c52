import { createServer } from 'node:http';
import type { Registry } from 'prom-client';
import { SettingsError } from '../settings/settings-error.ts';

export interface MetricsAddress {
  host: string;
  port: number;
}

/**
 * Answers `GET /metrics` and nothing else, on a port that browsers are not let through to.
 * @returns what ends it
 * @throws SettingsError when it cannot listen there
 */
export async function serveMetrics(known: Registry, { host, port }: MetricsAddress): Promise<() => void> {
  const server = createServer((request, reply) => {
    request.resume();
    if (request.url !== '/metrics') return void reply.writeHead(404).end();
    if (request.method !== 'GET') return void reply.writeHead(405, { allow: 'GET' }).end();
    known.metrics().then(
      (text) => reply.writeHead(200, { 'content-type': known.contentType }).end(text),
      () => reply.writeHead(500).end(),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', ({ message }) =>
      reject(new SettingsError([{ variable: 'METRICS_PORT', problem: message, example: '9464' }])),
    );
    server.listen(port, host, resolve);
  });
  return () => {
    server.close();
    server.closeAllConnections();
  };
}

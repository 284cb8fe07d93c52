import fp from 'fastify-plugin';
import type { Metrics } from '../observability/metrics.ts';
import { serveMetrics, type MetricsAddress } from '../observability/metrics-server.ts';

interface Options {
  metrics: Metrics;
  address: MetricsAddress;
}

/** Counts requests, and has the metrics read from a port of their own as long as the portal listens. */
export const metricsOf = fp<Options>((app, { metrics, address }, done) => {
  app.addHook('onResponse', (request, reply, next) => {
    metrics.request(request.method, request.routeOptions.url ?? 'none', reply.statusCode, reply.elapsedTime);
    next();
  });
  let end: (() => void) | undefined;
  app.addHook('onReady', async () => {
    end = await serveMetrics(metrics.registry, address);
  });
  app.addHook('onClose', async () => end?.());
  done();
});

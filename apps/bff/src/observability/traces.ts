import { AsyncLocalStorage } from 'node:async_hooks';
import { ROOT_CONTEXT, SpanKind, SpanStatusCode, trace, type Span, type Tracer } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { defaultResource, resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import type { CallReport } from '@org-portal/management-api';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Milliseconds between two deliveries, and that one may take. */
const EVERY = 1_000;
const PATIENCE = 2_000;

/**
 * Requests and the calls of Logto that they led to, as OpenTelemetry spans, delivered by OTLP over HTTP. Spans are named
 * by pattern, and hold no query, no id but the request's, no header and no body. A trace begins here: a browser's
 * `traceparent` is a stranger's word. Logto is not given one.
 * (@fastify/otel and instrumentation-undici would put whole addresses with their queries into the spans.)
 */
export class Traces {
  readonly #provider: NodeTracerProvider;
  readonly #tracer: Tracer;
  readonly #spans = new AsyncLocalStorage<Span>();

  /** @param endpoint of a collector; the path `v1/traces` is added */
  constructor(endpoint: URL) {
    const url = `${endpoint.href.replace(/\/$/, '')}/v1/traces`;
    const exporter = new OTLPTraceExporter({ url, timeoutMillis: PATIENCE });
    this.#provider = new NodeTracerProvider({
      resource: resourceFromAttributes({ 'service.name': 'org-portal' }).merge(defaultResource()),
      spanProcessors: [
        new BatchSpanProcessor(exporter, { scheduledDelayMillis: EVERY, exportTimeoutMillis: PATIENCE }),
      ],
    });
    this.#tracer = this.#provider.getTracer('org-portal');
  }

  /** Begins the span of a request, within which `next` and all that follows runs. */
  begin(request: FastifyRequest, next: () => void): void {
    const { method, id } = request;
    const route = request.routeOptions.url ?? 'none';
    const attributes = { 'http.request.method': method, 'http.route': route, 'portal.request_id': id };
    const span = this.#tracer.startSpan(
      `${method} ${route}`,
      { kind: SpanKind.SERVER, attributes },
      ROOT_CONTEXT,
    );
    request.span = span;
    this.#spans.run(span, next);
  }

  end({ span }: FastifyRequest, { statusCode }: FastifyReply): void {
    span?.setAttribute('http.response.status_code', statusCode);
    if (statusCode >= 500) span?.setStatus({ code: SpanStatusCode.ERROR });
    span?.end();
  }

  /** A call that has ended; one that nobody's request led to is a trace of its own. */
  call({ operation, outcome, status, duration, waited, attempts, priority }: CallReport): void {
    const endTime = Date.now();
    const parent = this.#spans.getStore();
    const span = this.#tracer.startSpan(
      operation,
      {
        kind: SpanKind.CLIENT,
        startTime: endTime - duration,
        attributes: {
          'http.request.method': operation.split(' ', 1)[0],
          ...(status === undefined ? {} : { 'http.response.status_code': status }),
          'logto.outcome': outcome,
          'logto.attempts': attempts,
          'logto.waited_ms': Math.round(waited),
          'logto.priority': priority,
        },
      },
      parent ? trace.setSpan(ROOT_CONTEXT, parent) : ROOT_CONTEXT,
    );
    if (outcome !== 'ok' && outcome !== 'not_modified') span.setStatus({ code: SpanStatusCode.ERROR });
    span.end(endTime);
  }

  /** Delivers what is left; a collector that is gone holds nothing up for long. */
  async close(): Promise<void> {
    await this.#provider.shutdown().catch(() => undefined);
  }
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Only where there are traces. */
    span: Span | null;
  }
}

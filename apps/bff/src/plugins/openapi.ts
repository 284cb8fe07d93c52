import swagger from '@fastify/swagger';
import {
  IDEMPOTENCY_HEADER,
  MAX_REASON_LENGTH,
  MIN_REASON_LENGTH,
  PROBLEM_MEDIA_TYPE,
  REASON_HEADER,
} from '@org-portal/contract';
import { ProblemSchema } from '@org-portal/contract/schema';
import fp from 'fastify-plugin';
import type { FastifySchema, RouteOptions } from 'fastify';
import { Type, type TObject } from 'typebox';
import { isRead } from '../is-read.ts';

interface Options {
  sessionCookie: string;
}

const problem = {
  description: 'Problem (RFC 9457)',
  content: { [PROBLEM_MEDIA_TYPE]: { schema: ProblemSchema } },
};

const pageHeaders = {
  'Total-Number': Type.Integer({ description: 'How many match' }),
  Link: Type.String({ description: 'first, prev, next, last (RFC 8288)' }),
};

const reasonHeader = {
  [REASON_HEADER]: Type.Optional(
    Type.String({
      description: `Why; percent-encoded UTF-8 of ${MIN_REASON_LENGTH} to ${MAX_REASON_LENGTH} characters. Support staff must say it`,
    }),
  ),
};

const idempotencyHeader = {
  [IDEMPOTENCY_HEADER]: Type.Optional(
    Type.String({
      description:
        'Names the change. Repeated with the same key within 24 hours, it is made once and answered again',
    }),
  ),
};

/** Collects the routes' schemas into an OpenAPI document, each with its authority and the problem it may answer. */
export const openApi = fp<Options>(async (app, { sessionCookie }) => {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Org Portal',
        version: '1',
        description: 'The API between the portal’s pages and its server',
      },
      components: { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: sessionCookie } } },
    },
    transform: ({ schema, url, route }) => ({ schema: describe(schema, url, route), url }),
  });
});

/** What every route of a kind has in common is said here, once. */
function describe(schema: FastifySchema, url: string, { config, method }: RouteOptions): FastifySchema {
  const authority = config?.authority;
  const isChange = typeof authority === 'object' && ![method].flat().includes('GET') && !config?.isRead;
  const isSafe = [method].flat().some((one) => isRead(one)) || config?.isRead === true;
  const takesKey = !isSafe && url.startsWith('/api/');
  return {
    ...schema,
    ...(schema.querystring ? { querystring: withoutDefaulted(schema.querystring) } : {}),
    ...{
      'x-authority': authority,
      security: authority === 'public' || authority === 'webhook' ? [] : [{ session: [] }],
    },
    ...(isChange || takesKey ? { headers: headersOf(isChange, takesKey) } : {}),
    ...(url.startsWith('/api/') ? { response: { ...describeLists(schema.response), default: problem } } : {}),
  };
}

/** What has a default need not be sent. */
function withoutDefaulted(querystring: unknown): object {
  const { required = [], ...schema } = querystring as TObject;
  return { ...schema, required: required.filter((name) => !('default' in (schema.properties[name] ?? {}))) };
}

const headersOf = (takesReason: boolean, takesKey: boolean) =>
  Type.Object({ ...(takesReason ? reasonHeader : {}), ...(takesKey ? idempotencyHeader : {}) });

function describeLists(response: unknown): object {
  const replies = Object.entries((response ?? {}) as Record<string, { type?: string }>);
  return Object.fromEntries(
    replies.map(([status, reply]) => [
      status,
      reply.type === 'array' ? { ...reply, headers: pageHeaders } : reply,
    ]),
  );
}

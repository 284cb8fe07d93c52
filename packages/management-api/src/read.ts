import {
  TOTAL_NUMBER_HEADER,
  TOTAL_NUMBER_IS_CAPPED_HEADER,
  type Page,
  type PageRequest,
} from '@org-portal/contract';
import type { Static, TSchema } from 'typebox';
import type { Validator } from 'typebox/compile';
import type { Caller } from './caller.ts';
import { ManagementApiError } from './errors.ts';
import { header, type Reply } from './exchange.ts';
import type { Call } from './one-call.ts';

type Read = Omit<Call, 'method' | 'body' | 'etag'>;

/** @throws ManagementApiError `upstream.unexpected_response` when the body does not fit `schema` */
export function parseBody<Schema extends TSchema>(
  schema: Validator<Record<never, never>, Schema>,
  reply: Reply,
): Static<Schema> {
  const type = header(reply, 'content-type') ?? 'none';
  if (!/^application\/json\b/i.test(type)) throw unexpected(reply, `has the content type ${type}`);
  const body = parseJson(reply);
  if (schema.Check(body)) return body as Static<Schema>;
  const [first] = schema.Errors(body);
  throw unexpected(reply, `does not fit at ${first?.instancePath || '/'}: ${first?.message ?? 'unknown'}`);
}

/** @throws ManagementApiError `upstream.unexpected_response` for anything but 204: it may be somebody else's reply */
export function parseNothing(reply: Reply): void {
  if (reply.status !== 204) throw unexpected(reply, `has the status ${reply.status} instead of 204`);
}

/** GET, and the parsed body. */
export function read<Schema extends TSchema>(
  caller: Caller,
  schema: Validator<Record<never, never>, Schema>,
  call: Read,
): Promise<Static<Schema>> {
  return caller.read(call, (reply) => parseBody(schema, reply));
}

/** GET of one page. Logto's `Link` is not followed: it lacks the `/api` prefix (recorded). */
export function readPage<Item>(
  caller: Caller,
  schema: Validator<Record<never, never>, TSchema & { static?: Item[] }>,
  call: Read,
  { page, pageSize }: PageRequest,
): Promise<Page<Item>> {
  const query = { ...call.query, page, page_size: pageSize };
  return caller.read({ ...call, query }, (reply) => {
    const list = totalOf(reply);
    if (!list) throw unexpected(reply, 'is a list without Total-Number');
    return { items: parseBody(schema, reply) as Item[], ...list };
  });
}

/** @returns what the headers say of a list; nothing where they do not */
export function totalOf(reply: Reply): Omit<Page<never>, 'items'> | undefined {
  const total = header(reply, TOTAL_NUMBER_HEADER) ?? '';
  if (!/^\d+$/.test(total)) return undefined;
  return {
    total: Number(total),
    isTotalCapped: header(reply, TOTAL_NUMBER_IS_CAPPED_HEADER) === 'true',
  };
}

function parseJson(reply: Reply): unknown {
  try {
    return JSON.parse(reply.text);
  } catch (cause) {
    throw unexpected(reply, 'is no JSON', cause);
  }
}

function unexpected({ status }: Reply, what: string, cause?: unknown): ManagementApiError {
  return new ManagementApiError('upstream.unexpected_response', `Logto's reply ${what}`, { status, cause });
}

import {
  TOTAL_NUMBER_HEADER,
  TOTAL_NUMBER_IS_CAPPED_HEADER,
  type Page,
  type PageRequest,
} from '@org-portal/contract';
import type { Static, TSchema } from 'typebox';
import type { Validator } from 'typebox/compile';
import type { Call, Caller } from './caller.ts';
import { ManagementApiError } from './errors.ts';
import { header, type Reply } from './exchange.ts';

type Read = Pick<Call, 'path' | 'query' | 'signal'>;

/** @throws ManagementApiError `upstream.unexpected_response` when the body does not fit `schema` */
export function parseBody<Schema extends TSchema>(
  schema: Validator<Record<never, never>, Schema>,
  reply: Reply,
): Static<Schema> {
  const body = parseJson(reply.text);
  if (schema.Check(body)) return body as Static<Schema>;
  const [first] = schema.Errors(body);
  throw new ManagementApiError(
    'upstream.unexpected_response',
    `Logto's reply does not fit at ${first?.instancePath || '/'}: ${first?.message ?? 'unknown'}`,
    { status: reply.status },
  );
}

/** GET, and the parsed body. */
export async function read<Schema extends TSchema>(
  caller: Caller,
  schema: Validator<Record<never, never>, Schema>,
  call: Read,
): Promise<Static<Schema>> {
  return parseBody(schema, await caller.send({ method: 'GET', ...call }));
}

/** GET of one page. Logto's `Link` is not followed: it lacks the `/api` prefix (recorded). */
export async function readPage<Item>(
  caller: Caller,
  schema: Validator<Record<never, never>, TSchema & { static?: Item[] }>,
  call: Read,
  { page, pageSize }: PageRequest,
): Promise<Page<Item>> {
  const query = { ...call.query, page, page_size: pageSize };
  const reply = await caller.send({ method: 'GET', ...call, query });
  const total = header(reply, TOTAL_NUMBER_HEADER) ?? '';
  if (!/^\d+$/.test(total)) {
    throw new ManagementApiError(
      'upstream.unexpected_response',
      'A list of Logto came without Total-Number',
      {
        status: reply.status,
      },
    );
  }
  return {
    items: parseBody(schema, reply) as Item[],
    total: Number(total),
    isTotalCapped: header(reply, TOTAL_NUMBER_IS_CAPPED_HEADER) === 'true',
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ManagementApiError('upstream.unexpected_response', "Logto's reply is no JSON", { cause });
  }
}

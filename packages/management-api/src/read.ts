import { setImmediate as nextTurn } from 'node:timers/promises';
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
import { elementsOf } from './elements-of.ts';
import { header, LONGEST_IN_BATCHES, type Reply } from './exchange.ts';
import type { Call } from './one-call.ts';

type Read = Omit<Call, 'method' | 'body' | 'etag'>;

/** @throws ManagementApiError `upstream.unexpected_response` when the body does not fit `schema` */
export function parseBody<Schema extends TSchema>(
  schema: Validator<Record<never, never>, Schema>,
  reply: Reply,
): Static<Schema> {
  requireJson(reply);
  return checked(schema, reply, parseJson(reply, reply.text));
}

function requireJson(reply: Reply): void {
  const type = header(reply, 'content-type') ?? 'none';
  if (!/^application\/json\b/i.test(type)) throw unexpected(reply, `has the content type ${type}`);
}

function checked<Schema extends TSchema>(
  schema: Validator<Record<never, never>, Schema>,
  reply: Pick<Reply, 'status'>,
  body: unknown,
): Static<Schema> {
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

/** Elements of one batch: few enough that parsing them keeps nobody waiting. */
const BATCH = 500;

/**
 * GET of a list that Logto does not page, a batch at a time: what is kept of it is its bytes, which are let go of as they are
 * used, and one batch.
 * @throws ManagementApiError as of `read`, also in the middle
 */
export async function* readInBatches<Schema extends TSchema>(
  caller: Caller,
  schema: Validator<Record<never, never>, Schema>,
  call: Read,
): AsyncGenerator<Static<Schema>[]> {
  const reply = await caller.readAlone({ ...call, longest: LONGEST_IN_BATCHES }, (one) => {
    requireJson(one);
    return one;
  });
  let batch: Static<Schema>[] = [];
  for (const text of elementsIn(reply)) {
    batch.push(checked(schema, reply, parseJson(reply, text)));
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
    await nextTurn();
  }
  if (batch.length > 0) yield batch;
}

function* elementsIn(reply: Reply): Generator<string> {
  try {
    yield* elementsOf(reply.parts);
  } catch (cause) {
    throw unexpected(reply, 'is not a list', cause);
  }
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

function parseJson(reply: Pick<Reply, 'status'>, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw unexpected(reply, 'is not JSON', cause);
  }
}

function unexpected({ status }: Pick<Reply, 'status'>, what: string, cause?: unknown): ManagementApiError {
  return new ManagementApiError('upstream.unexpected_response', `Logto's reply ${what}`, { status, cause });
}

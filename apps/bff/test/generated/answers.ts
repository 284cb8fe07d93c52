import { PROBLEM_STATUS, parseLinkHeader, type Problem } from '@org-portal/contract';
import { ProblemSchema } from '@org-portal/contract/schema';
import { Ajv, type ValidateFunction } from 'ajv';
import * as formats from 'ajv-formats';
import type { RawReply } from '../harness/raw-client.ts';
import type { Operation, Schema } from './operations.ts';

const ajv = new Ajv({ strict: false, allErrors: true, allowUnionTypes: true });
formats.default.default(ajv);

/** An object has the properties that are listed, and no other. */
function closed(schema: Schema): Schema {
  const { items, properties, anyOf } = schema;
  return {
    ...schema,
    ...(items && { items: closed(items) }),
    ...(anyOf && { anyOf: anyOf.map(closed) }),
    ...(properties && {
      properties: Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, closed(one)])),
      additionalProperties: false,
    }),
  };
}

const compiled = new Map<unknown, ValidateFunction>();

function misfits(schema: Schema, value: unknown): string[] {
  const validate = compiled.get(schema) ?? ajv.compile(closed(schema));
  compiled.set(schema, validate);
  if (validate(value)) return [];
  return (validate.errors ?? []).slice(0, 3).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

/** @returns how the answer differs from what the document says of the operation; `undefined`: of no operation */
export function faultsOf(reply: RawReply, method: string, operation: Operation | undefined): string[] {
  const { status, headers } = reply;
  if (status >= 500) return [`status ${status}: ${reply.text.slice(0, 300)}`];
  const faults = headers['x-content-type-options'] === 'nosniff' ? [] : ['no x-content-type-options'];
  if (!headers['x-request-id']) faults.push('no request id');
  if (method === 'HEAD') return reply.text === '' ? faults : [...faults, 'a body for HEAD'];
  if (status >= 400) return [...faults, ...problemFaults(reply)];
  if (!operation) return [...faults, `status ${status} for a method that is not there`];
  return [...faults, ...replyFaults(reply, operation)];
}

function problemFaults({ status, headers, text }: RawReply): string[] {
  const faults: string[] = [];
  if (headers['content-type'] !== 'application/problem+json')
    faults.push(`type ${String(headers['content-type'])}`);
  if (headers['cache-control'] !== 'no-store') faults.push('a problem that may be stored');
  const problem = parse(text) as Problem | undefined;
  faults.push(...misfits(ProblemSchema as Schema, problem));
  if (faults.length > 0 || !problem) return faults;
  if (problem.status !== status || PROBLEM_STATUS[problem.code] !== status)
    faults.push('a status of its own');
  if (problem.instance !== headers['x-request-id']) faults.push('another request id');
  return faults;
}

function replyFaults({ status, headers, text }: RawReply, { responses, path }: Operation): string[] {
  const described = responses[status];
  if (!described) return [`status ${status} is not documented`];
  const faults: string[] = [];
  if (path.startsWith('/api/') && headers['cache-control'] !== 'no-store')
    faults.push('a reply that may be stored');
  const [type = ''] = String(headers['content-type'] ?? '').split(';');
  const schema = described.content?.[type]?.schema;
  if (!described.content)
    return text === '' ? faults : [...faults, `a body that is not documented: ${text.slice(0, 99)}`];
  if (!schema) return [...faults, `type ${type} is not documented`];
  if (type === 'application/json') faults.push(...misfits(schema, parse(text)));
  if (described.headers) faults.push(...listFaults(headers));
  return faults;
}

function listFaults(headers: RawReply['headers']): string[] {
  if (!/^\d+$/.test(String(headers['total-number']))) return ['a list without Total-Number'];
  const { link } = headers;
  if (typeof link !== 'string') return ['a list without one Link header'];
  return parseLinkHeader(link).first ? [] : ['a list without a first page'];
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

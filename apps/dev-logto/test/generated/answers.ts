import { Ajv, type ValidateFunction } from 'ajv';
import * as formats from 'ajv-formats';
import type { Operation } from './operations.ts';
import type { Schema } from './schema.ts';

const ajv = new Ajv({ strict: false, allErrors: true });
formats.default.default(ajv);
ajv.addFormat('url', (text: string) => URL.canParse(text));

const compiled = new Map<Schema, ValidateFunction>();

function validatorOf(schema: Schema): ValidateFunction {
  const known = compiled.get(schema) ?? ajv.compile(schema);
  compiled.set(schema, known);
  return known;
}

export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

/** Refusals that any operation may answer, whether the document lists them or not, as the real one does. */
const refusals = [400, 401, 403, 404, 405, 413, 422];

const json = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

function refusalFaults({ status, type, text }: Answer, { responses }: Operation): string[] {
  if (!refusals.includes(status) && !responses.has(status)) return [`status ${status} is not documented`];
  if (type.startsWith('text/plain')) return [404, 405].includes(status) ? [] : [`a ${status} without a body`];
  const { message } = (json(text) ?? {}) as { message?: unknown };
  return typeof message === 'string' ? [] : [`a refusal without a message: ${text.slice(0, 200)}`];
}

/** How an answer differs from what the document says of the operation; empty where it does not. */
export function faultsOf(answer: Answer, operation: Operation): string[] {
  const { status, type, text } = answer;
  if (status >= 500) return [`status ${status}: ${text.slice(0, 300)}`];
  if (status >= 400) return refusalFaults(answer, operation);
  if (!operation.responses.has(status)) return [`status ${status} is not documented`];
  const schema = operation.responses.get(status);
  if (!schema)
    return json(text) === undefined ? [] : [`a body that is not documented: ${text.slice(0, 200)}`];
  if (!type.startsWith('application/json')) return [`type ${type} instead of JSON`];
  const validate = validatorOf(schema);
  if (validate(json(text))) return [];
  return (validate.errors ?? [])
    .slice(0, 5)
    .map((one) => `${one.instancePath} ${one.message ?? ''} ${JSON.stringify(one.params)}`);
}

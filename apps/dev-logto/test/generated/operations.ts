import { readFileSync } from 'node:fs';
import { standard, type Schema } from './schema.ts';

interface Parameter {
  readonly $ref?: string;
  readonly name: string;
  readonly in: string;
  readonly schema: Schema;
}

interface Documented {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema?: Schema }>> }>
  >;
}

/** One operation of openapi.json; a response without a schema has `undefined`. */
export interface Operation {
  readonly method: string;
  readonly path: string;
  readonly query: readonly { readonly name: string; readonly schema: Schema }[];
  readonly body: Schema | undefined;
  readonly responses: ReadonlyMap<number, Schema | undefined>;
}

const file = new URL('../fixtures/openapi.json', import.meta.url);
const document = JSON.parse(readFileSync(file, 'utf8')) as {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Documented>>>>;
};

function find<Found>(ref: string): Found {
  const steps = ref.replace(/^#\//, '').split('/');
  return steps.reduce<unknown>((at, step) => (at as Record<string, unknown>)[step], document) as Found;
}

function operation(method: string, path: string, documented: Documented): Operation {
  const query = (documented.parameters ?? [])
    .map((one) => (one.$ref ? find<Parameter>(one.$ref) : one))
    .filter((one) => one.in === 'query')
    .map(({ name, schema }) => ({ name, schema: standard(schema, find) }));
  const body = documented.requestBody?.content['application/json']?.schema;
  const responses = Object.entries(documented.responses).map(([status, { content }]) => {
    const schema = content?.['application/json']?.schema;
    return [Number(status), schema && standard(schema, find)] as const;
  });
  return { method, path, query, body: body && standard(body, find), responses: new Map(responses) };
}

export const operations: readonly Operation[] = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, documented]) => operation(method.toUpperCase(), path, documented)),
);

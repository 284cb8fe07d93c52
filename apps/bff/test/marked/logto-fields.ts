import { readFileSync } from 'node:fs';

/** What Logto's own document uses of JSON Schema. */
export interface FieldSchema {
  $ref?: string;
  type?: string;
  enum?: unknown[];
  items?: FieldSchema;
  properties?: Record<string, FieldSchema>;
  allOf?: FieldSchema[];
  anyOf?: FieldSchema[];
  oneOf?: FieldSchema[];
}

interface Described {
  responses: Record<string, { content?: Record<string, { schema?: FieldSchema }> }>;
}

const file = new URL('../../../dev-logto/test/fixtures/openapi.json', import.meta.url);
const document = JSON.parse(readFileSync(file, 'utf8')) as {
  paths: Record<string, Record<string, Described>>;
};

function resolve(schema: FieldSchema): FieldSchema {
  if (!schema.$ref) return schema;
  const steps = schema.$ref.replace(/^#\//, '').split('/');
  return steps.reduce<unknown>((at, step) => (at as Record<string, unknown>)[step], document) as FieldSchema;
}

/** @returns the fields of an object, or of the rows of a list, those of all variants together */
export function fieldsOf(schema: FieldSchema | undefined): Record<string, FieldSchema> {
  if (!schema) return {};
  const { items, properties, allOf = [], anyOf = [], oneOf = [] } = resolve(schema);
  if (items) return fieldsOf(items);
  const variants = [...allOf, ...anyOf, ...oneOf].map(fieldsOf);
  return Object.assign({}, ...variants, properties) as Record<string, FieldSchema>;
}

export const variantOf = (schema: FieldSchema): FieldSchema => {
  const known = resolve(schema);
  const [first] = known.anyOf ?? known.oneOf ?? known.allOf ?? [];
  return first ? variantOf(first) : known;
};

/** @returns what Logto's document says of the reply to a call */
export function replySchema(method: string, path: string): FieldSchema | undefined {
  const template = Object.keys(document.paths).find((known) =>
    new RegExp(`^${known.replace(/\{\w+\}/g, '[^/]+')}$`).test(path),
  );
  const responses = template && document.paths[template]?.[method.toLowerCase()]?.responses;
  const [, reply] = Object.entries(responses ?? {}).find(([status]) => status.startsWith('2')) ?? [];
  return reply?.content?.['application/json']?.schema;
}

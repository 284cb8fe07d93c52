/** What the document uses of OpenAPI's schemas. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly description?: string;
  readonly nullable?: boolean;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly minimum?: number;
  readonly items?: Schema;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
}

/**
 * The document is generated from zod, and spells some things in ways of its own: a literal is a `format`, a
 * regular expression has JavaScript's slashes, and what zod's `custom` checks is an object whatever it is.
 * Here they are JSON Schema. An object has the properties that are listed, and no other.
 */
export function standard(schema: Schema, find: (ref: string) => Schema): Schema {
  if (schema.$ref) return standard(find(schema.$ref), find);
  const { nullable, ...plain } = schema;
  if (nullable) return { anyOf: [standard(plain, find), { enum: [null] }] };
  if (plain.description === 'Validator function') return {};
  const literal = /^"(.*)"$/.exec(plain.format ?? '')?.[1];
  if (literal !== undefined) return { enum: [literal] };
  if (plain.format === 'empty') return { enum: [''] };
  if (plain.format === 'false') return { enum: [false] };
  if (plain.format === 'regex') return { type: 'string', pattern: source(plain.pattern ?? '') };
  const all = (schemas: readonly Schema[]) => schemas.map((one) => standard(one, find));
  const { properties, additionalProperties, items, oneOf, anyOf, allOf } = plain;
  return {
    ...plain,
    ...(items && { items: standard(items, find) }),
    ...(oneOf && { oneOf: undefined as never, anyOf: all(oneOf) }),
    ...(anyOf && { anyOf: all(anyOf) }),
    ...(allOf && { allOf: all(allOf) }),
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([name, one]) => [name, standard(one, find)]),
      ),
      // What is logged of an event is open: recording 09 shows more than the document.
      additionalProperties: 'userAgentParsed' in properties || (additionalProperties ?? false),
    }),
    ...(typeof additionalProperties === 'object' && {
      additionalProperties: standard(additionalProperties, find),
    }),
  };
}

function source(expression: string): string {
  const [, body = '', flags = ''] = /^\/(.*)\/(\w*)$/s.exec(expression) ?? [];
  return flags.includes('i') ? body.replaceAll('a-f', 'a-fA-F') : body;
}

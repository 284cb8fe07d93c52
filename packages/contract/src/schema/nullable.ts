import { Type, type Static, type TSchema } from 'typebox';

/** `schema`, or null. One `type` keyword with two names: serializers handle it without trying branches. */
export function Nullable<Schema extends TSchema & { type: string }>(schema: Schema) {
  return Type.Unsafe<Static<Schema> | null>({ ...schema, type: [schema.type, 'null'] });
}

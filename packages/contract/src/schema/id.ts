import { Type } from 'typebox';

/** Ids of Logto: 12 to 21 of [a-z0-9], or chosen by the operator. Nothing that could leave its path segment. */
export const Id = Type.String({ minLength: 1, maxLength: 64, pattern: '^[A-Za-z0-9_-]+$' });

/** RFC 3339 without its leap seconds and other separators, which `Date` does not read. */
const WHEN = '^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-5][0-9]([.][0-9]+)?(Z|[+-][0-9]{2}:[0-9]{2})$';

export const DateTime = Type.String({
  format: 'date-time',
  pattern: WHEN,
  description: 'RFC 3339, UTC',
});

export const Named = Type.Object({ id: Id, name: Type.String() });

import { Type } from 'typebox';

/** Ids of Logto: 12 to 21 of [a-z0-9], or chosen by the operator. Nothing that could leave its path segment. */
export const Id = Type.String({ minLength: 1, maxLength: 64, pattern: '^[A-Za-z0-9_-]+$' });

export const DateTime = Type.String({ format: 'date-time', description: 'RFC 3339, UTC' });

export const Named = Type.Object({ id: Id, name: Type.String() });

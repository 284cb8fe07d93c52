import { Type, type Static } from 'typebox';
import { STAFF_RIGHTS, STAFF_ROLES, type StaffRight, type StaffRole } from '../permission.ts';
import { DateTime, Id } from './id.ts';
import { Nullable } from './nullable.ts';

/** Who is signed in, and what they may do where. */
export const Session = Type.Object({
  user: Type.Object({
    id: Id,
    name: Nullable(Type.String()),
    email: Nullable(Type.String()),
    avatar: Nullable(Type.String()),
  }),
  staffRoles: Type.Array(Type.Unsafe<StaffRole>({ type: 'string', enum: [...STAFF_ROLES] })),
  staffRights: Type.Array(Type.Unsafe<StaffRight>({ type: 'string', enum: [...STAFF_RIGHTS] })),
  /** When this was so, while Logto cannot tell: what is stored here is shown then, and nothing can be changed. Else null. */
  lastKnownAt: Nullable(DateTime),
  organizations: Type.Array(
    Type.Object({ id: Id, name: Type.String(), permissions: Type.Array(Type.String()) }),
    { description: 'The organizations that the person belongs to' },
  ),
});
export type Session = Static<typeof Session>;

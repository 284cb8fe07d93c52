import { Type, type Static } from 'typebox';
import { DateTime, Id, Named } from './id.ts';
import { LanguageName } from './invitation.ts';
import { IMPORT_ROW_STATES, IMPORT_STATUSES, MAX_IMPORT_ROWS } from './limits.ts';
import type { ImportRowState, ImportStatus } from './limits.ts';
import { Nullable } from './nullable.ts';
import { pageQuery } from './page-query.ts';
import { ProblemCodeSchema } from './problem.ts';

const RowState = Type.Unsafe<ImportRowState>({ type: 'string', enum: [...IMPORT_ROW_STATES] });
const Status = Type.Unsafe<ImportStatus>({ type: 'string', enum: [...IMPORT_STATUSES] });
const address = Type.String({ minLength: 1, maxLength: 320 });

/** `mail`: each gets an e-mail. `link`: nothing is sent; the person who invites hands over the links. */
export const InviteBy = Type.Unsafe<'mail' | 'link'>({ type: 'string', enum: ['mail', 'link'] });
export type InviteBy = Static<typeof InviteBy>;

/** Rows are checked one by one: a bad one is a failed row, not a refused request. */
export const ImportInput = Type.Object(
  {
    /** Of the file, or whatever tells it from others. */
    name: Type.Optional(Type.String({ maxLength: 200 })),
    language: LanguageName,
    by: InviteBy,
    rows: Type.Array(
      Type.Object(
        {
          invitee: address,
          name: Type.Optional(Type.String({ maxLength: 200 })),
          roleIds: Type.Array(Id, { maxItems: 50, uniqueItems: true }),
          expiresAt: DateTime,
        },
        { additionalProperties: false },
      ),
      { minItems: 1, maxItems: MAX_IMPORT_ROWS },
    ),
  },
  { additionalProperties: false },
);
export type ImportInput = Static<typeof ImportInput>;

/** A list of people to invite, worked through in the background. */
export const Import = Type.Object({
  id: Id,
  name: Nullable(Type.String()),
  createdBy: Type.Object({ id: Id, name: Nullable(Type.String()) }),
  createdAt: DateTime,
  finishedAt: Nullable(DateTime),
  status: Status,
  by: InviteBy,
  language: LanguageName,
  /** Rows in each state; together they are all. */
  counts: Type.Object({
    waiting: Type.Integer(),
    sending: Type.Integer(),
    sent: Type.Integer(),
    failed: Type.Integer(),
    cancelled: Type.Integer(),
  }),
  /** Roles of the rows that are not sent yet: to continue or cancel, one must be allowed to give each of them. */
  rolesToSend: Type.Array(Named),
  /** Of those that failed: how many the person who asks may have sent again. */
  retryable: Type.Integer(),
  /** At the pace of the last minute; none where nobody can tell. */
  secondsLeft: Nullable(Type.Integer()),
});
export type Import = Static<typeof Import>;

export const ImportRow = Type.Object({
  /** From 1, as in what was handed in. */
  number: Type.Integer(),
  invitee: Type.String(),
  name: Nullable(Type.String()),
  roles: Type.Array(Named),
  expiresAt: DateTime,
  state: RowState,
  problem: Type.Union([Type.Object({ code: ProblemCodeSchema, detail: Type.String() }), Type.Null()]),
  invitationId: Nullable(Id),
});
export type ImportRow = Static<typeof ImportRow>;

/** Links of an import's pending invitations, to be handed over. */
export const ImportLinks = Type.Object({
  links: Type.Array(
    Type.Object({
      /** Of the row. */
      number: Type.Integer(),
      invitee: Type.String(),
      name: Nullable(Type.String()),
      roles: Type.Array(Named),
      expiresAt: DateTime,
      link: Type.String(),
    }),
  ),
  /** Pending invitations whose link is left out: they carry roles that the person who asks may not give. */
  aboveCeiling: Type.Integer(),
});
export type ImportLinks = Static<typeof ImportLinks>;

export const ImportParams = Type.Object({ organizationId: Id, importId: Id });

export const ImportListQuery = Type.Object({ ...pageQuery }, { additionalProperties: false });

export const ImportRowListQuery = Type.Object(
  { ...pageQuery, state: Type.Optional(RowState) },
  { additionalProperties: false },
);

/** Addresses to be looked up before anything is sent. */
export const InvitationCheckInput = Type.Object(
  { invitees: Type.Array(address, { minItems: 1, maxItems: MAX_IMPORT_ROWS }) },
  { additionalProperties: false },
);

/** Which of the addresses, in lower case, need no invitation. */
export const InvitationCheck = Type.Object({
  alreadyMember: Type.Array(Type.String()),
  alreadyPending: Type.Array(Type.String()),
  /** Whether all members were compared; in a very large organization the rest shows when it is sent. */
  isComplete: Type.Boolean(),
  /** Whether Logto can send e-mails. */
  isEmailConfigured: Type.Boolean(),
});
export type InvitationCheck = Static<typeof InvitationCheck>;

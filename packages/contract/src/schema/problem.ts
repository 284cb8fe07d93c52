import { Type } from 'typebox';
import { Id } from './id.ts';
import { Nullable } from './nullable.ts';
import { PROBLEM_STATUS, type ProblemCode } from '../problem.ts';

const codes = Object.keys(PROBLEM_STATUS) as ProblemCode[];

export const ProblemCodeSchema = Type.Unsafe<ProblemCode>({ type: 'string', enum: codes });

export const ProblemSchema = Type.Object(
  {
    type: Type.String(),
    title: Type.String(),
    status: Type.Integer(),
    detail: Type.String(),
    instance: Type.String({ description: 'The request id' }),
    code: ProblemCodeSchema,
    errors: Type.Optional(Type.Array(Type.Object({ pointer: Type.String(), detail: Type.String() }))),
    permission: Type.Optional(Type.String()),
    organization: Type.Optional(
      Type.Object({ id: Id, name: Nullable(Type.String()) }, { description: 'In which it is so' }),
    ),
    quota: Type.Optional(
      Type.Object({
        key: Type.String({ description: 'Logto’s name of the limit' }),
        limit: Type.Optional(Type.Number()),
        usage: Type.Optional(Type.Number()),
      }),
    ),
    recipient: Type.Optional(Type.String({ description: 'The address that gets no more messages for now' })),
    organizations: Type.Optional(Type.Array(Type.Object({ id: Id, name: Nullable(Type.String()) }))),
    lines: Type.Optional(Type.Integer()),
  },
  { description: 'RFC 9457' },
);

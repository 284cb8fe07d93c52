import type { ZodError } from 'zod';
import { messages, type ErrorCode } from './messages.ts';

/**
 * A refusal as Logto words it: status, and a body of `code`, `message` and, where there are any, `data`
 * and `details`. `words` fill the `{placeholders}` of the message.
 */
export class RequestError extends Error {
  readonly status: number;
  readonly code: ErrorCode;
  readonly data: unknown;
  readonly details: string | undefined;

  constructor(
    status: number,
    code: ErrorCode,
    words: Record<string, string> = {},
    { data, details }: { data?: unknown; details?: string } = {},
  ) {
    super(messages[code].replace(/\{(\w+)\}/g, (_, word: string) => words[word] ?? ''));
    this.name = 'RequestError';
    this.status = status;
    this.code = code;
    this.data = data;
    this.details = details;
  }

  get body(): object {
    const { code, data, details, message } = this;
    return { code, ...(data !== undefined && { data }), ...(details && { details }), message };
  }
}

/** 400 for a body or query that zod refused, with zod's issues and Logto's one line for each. */
export function invalidInput(part: 'body' | 'query', { issues }: ZodError): RequestError {
  const lines = issues.map((issue) => {
    const start = `Error in key path "${issue.path.join('.')}": (${issue.code}) `;
    if (issue.code !== 'invalid_type') return start + issue.message;
    return `${start}Expected ${issue.expected} but received ${issue.received}.`;
  });
  const extra = { data: { issues, name: 'ZodError' }, details: lines.join('\n') };
  return new RequestError(400, 'guard.invalid_input', { type: part }, extra);
}

/** 404 as reading a row by its id words it; `name` is that of the table. */
export const notExistsWithId = (name: string, id: string) =>
  new RequestError(404, 'entity.not_exists_with_id', { name, id });
/** 404 as changing a row words it; `name` is that of one row. */
export const notExists = (name: string) => new RequestError(404, 'entity.not_exists', { name });
export const notFound = () => new RequestError(404, 'entity.not_found');
export const nameInUse = () => new RequestError(422, 'entity.unique_integrity_violation');
export const missingForeignKey = () => new RequestError(422, 'entity.relation_foreign_key_not_found');
export const constraintViolated = () => new RequestError(422, 'entity.db_constraint_violated');
export const tooLong = () => new RequestError(422, 'entity.value_too_long');
export const nothingToChange = () => new RequestError(422, 'entity.invalid_input');
export const invalidRequest = (status: 400 | 422, details: string) =>
  new RequestError(status, 'request.invalid_input', { details });

import type { ZodError } from 'zod';

/** Logto's codes with its English messages (recordings 01 to 05; the rest from its phrases). */
const messages = {
  'auth.authorization_header_missing': 'Authorization header is missing.',
  'auth.authorization_token_type_not_supported': 'Authorization type is not supported.',
  'auth.unauthorized': 'Unauthorized. Please check credentials and its scope.',
  'auth.forbidden': 'Forbidden. Please check your user roles and permissions.',
  'connector.not_found': 'Cannot find any available connector for type: {type}.',
  'entity.db_constraint_violated': 'Database constraint violated.',
  'entity.invalid_input': 'Invalid input. Value list must not be empty.',
  'entity.not_exists': 'The {name} does not exist.',
  'entity.not_exists_with_id': 'The {name} with ID `{id}` does not exist.',
  'entity.not_found': 'The resource does not exist.',
  'entity.relation_foreign_key_not_found':
    'Cannot find one or more foreign keys. Please check the input and ensure that all referenced entities exist.',
  'entity.unique_integrity_violation': 'The entity already exists. Please check the input and try again.',
  'guard.invalid_input': 'The request {type} is invalid.',
  'guard.invalid_pagination': 'The request pagination value is invalid.',
  'organization.require_membership': 'The user must be a member of the organization to proceed.',
  'organization.role_names_not_found':
    'Invalid role names detected: {names}. Please create these roles first before proceeding.',
  'request.invalid_input': 'Input is invalid. {details}',
  'request.message_rate_limited': 'Too many messages sent to this recipient. Please try again later.',
  'role.name_in_use': 'This role name {name} is already in use',
  'user.email_already_in_use': 'This email is associated with an existing account.',
  'user.phone_already_in_use': 'This phone number is associated with an existing account.',
  'user.username_already_in_use': 'This username is already in use.',
  'user.invalid_role_type': 'Invalid role type, can not assign machine-to-machine role to user.',
  'user.role_exists': 'The role id {roleId} is already been added to this user',
} as const;

export type ErrorCode = keyof typeof messages;

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

export const notFound = () => new RequestError(404, 'entity.not_found');
export const nameInUse = () => new RequestError(422, 'entity.unique_integrity_violation');
export const missingForeignKey = () => new RequestError(422, 'entity.relation_foreign_key_not_found');
export const constraintViolated = () => new RequestError(422, 'entity.db_constraint_violated');
export const invalidRequest = (status: 400 | 422, details: string) =>
  new RequestError(status, 'request.invalid_input', { details });

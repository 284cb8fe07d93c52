/** The database cannot be used; the message is for the operator's terminal. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError';

  constructor(what: string, cause: unknown) {
    super(`${what}: ${reasonOf(cause)}`, { cause });
  }
}

/** A refused connection to a name with several addresses is one error of several, without a message. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join('; ');
  return error instanceof Error ? error.message : String(error);
}

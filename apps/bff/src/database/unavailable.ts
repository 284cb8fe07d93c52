import type { PostgresPool, PostgresPoolClient } from 'kysely';

/** The database did not do what it was asked, for a reason that has nothing to do with the question. */
export class DatabaseUnavailable extends Error {
  override readonly name = 'DatabaseUnavailable';
}

/**
 * Classes of SQLSTATE, and one state, that tell of the database and not of the statement: connection, rolled back for
 * another one, privileges withdrawn, resources (a full disk, no connections left), locks, operator, system, internal.
 * https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
const OF_THE_DATABASE = /^(08|40|42501|53|55|57|58|XX|25006)/;
/** It has a digit, which tells it from `EPIPE`. */
const SQLSTATE = /^(?=.*\d)[0-9A-Z]{5}$/;

/**
 * @param error what a query or a connection failed with. One without SQLSTATE comes from the way to the database: a
 * timeout, a reset, or for the embedded one its files
 * @returns whether the same may work once the database does
 */
function isOfTheDatabase(error: unknown): boolean {
  const code = (error as { code?: unknown } | undefined)?.code;
  return typeof code !== 'string' || !SQLSTATE.test(code) || OF_THE_DATABASE.test(code);
}

const translated = async <Result>(work: Promise<Result>): Promise<Result> => {
  try {
    return await work;
  } catch (error) {
    if (!isOfTheDatabase(error)) throw error;
    throw new DatabaseUnavailable(error instanceof Error ? error.message : String(error), { cause: error });
  }
};

/** @returns connections whose failures are DatabaseUnavailable, where the statement is not to blame */
export const tellingUnavailable = (pool: PostgresPool): PostgresPool => ({
  connect: async () => {
    const client = await translated(pool.connect());
    const telling: Pick<PostgresPoolClient, 'query' | 'release'> = {
      // Kysely asks in one way only.
      query: ((sql: string, parameters: readonly unknown[]) =>
        translated(client.query(sql, parameters))) as PostgresPoolClient['query'],
      release: () => client.release(),
    };
    return telling;
  },
  end: () => pool.end(),
});

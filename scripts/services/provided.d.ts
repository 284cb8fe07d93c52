import 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of PostgreSQL's programs, if there is one. */
    postgres: string | undefined;
    /** The program of Redis, if there is one. */
    redis: string | undefined;
    /** A folder of PGlite's to copy, see prepared-data.mjs. */
    preparedData: string;
  }
}

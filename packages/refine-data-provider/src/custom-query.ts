import { RequestError } from './errors.ts';

/**
 * Writes the `query` of a custom call: name → value; a list repeats the name, undefined and null leave it out.
 * @throws RequestError for values that are no text, number or boolean
 */
export function customQuery(query: unknown): [string, string][] {
  return Object.entries(query ?? {}).flatMap(([name, value]: [string, unknown]) =>
    [value]
      .flat()
      .filter((one) => one !== undefined && one !== null)
      .map((one): [string, string] => {
        if (['string', 'number', 'boolean'].includes(typeof one)) return [name, String(one)];
        throw new RequestError(`The query parameter "${name}" cannot take ${JSON.stringify(one)}.`);
      }),
  );
}

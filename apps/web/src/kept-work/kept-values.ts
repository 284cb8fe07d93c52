interface KeptDate {
  $date: string;
}

/** @returns a text from which `readKept` makes the same values; dates stay dates */
export const writeKept = (values: unknown): string =>
  JSON.stringify(values, function (this: Record<string, unknown>, key, value: unknown) {
    const original = this[key];
    return original instanceof Date ? ({ $date: String(value) } satisfies KeptDate) : value;
  });

/** @returns undefined for what is no such text */
export function readKept(text: string | undefined): unknown {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text, (_, value: unknown) => (isKeptDate(value) ? new Date(value.$date) : value));
  } catch {
    return undefined;
  }
}

const isKeptDate = (value: unknown): value is KeptDate =>
  typeof value === 'object' && value !== null && '$date' in value && typeof value.$date === 'string';

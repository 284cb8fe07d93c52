import { readdirSync, readFileSync } from 'node:fs';

/** A recorded scenario; the format is told in ../fixtures/README.md. */
export interface Scenario {
  readonly name: string;
  readonly about: string;
  readonly steps: readonly Step[];
}

export interface Step {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
  readonly form?: Readonly<Record<string, string>>;
  readonly rawBody?: string;
  readonly auth?: 'm2m' | 'bad-m2m' | 'no-scope' | 'garbage' | 'absent';
  readonly repeat?: number;
  readonly waitMs?: number;
  /** Variable: property of the response body. */
  readonly capture?: Readonly<Record<string, string>>;
  readonly varies?: 'body' | 'all but status';
  readonly response: {
    readonly status: number;
    readonly headers: Readonly<Record<string, string | readonly string[]>>;
    readonly body?: unknown;
  };
}

const folder = new URL('../fixtures/recorded/', import.meta.url);

/** The scenarios whose names begin with one of these, e.g. `01`; all without. In the order of recording. */
export function scenarios(...beginnings: readonly string[]): Scenario[] {
  return readdirSync(folder)
    .filter((file) => beginnings.length === 0 || beginnings.some((start) => file.startsWith(start)))
    .sort()
    .map((file) => JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Scenario);
}

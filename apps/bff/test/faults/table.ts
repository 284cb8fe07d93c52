import type { Part } from './sample.ts';

const LETTERS: Record<string, string> = {
  ok: '·',
  'upstream.failed': 'F',
  'upstream.timeout': 'T',
  'upstream.unexpected_response': 'U',
  'upstream.misconfigured': 'M',
  'request.rate_limited': 'R',
};

/** What each route answered to each fault. */
export class FaultTable {
  readonly #codes = new Map<string, Map<string, string>>();
  readonly #times = new Map<string, { took: number; recovered: number }>();

  add(route: string, fault: string, part: Part, code: string): void {
    const name = part === 'everything' ? route : `${route}: ${part}`;
    const codes = this.#codes.get(name) ?? new Map<string, string>();
    this.#codes.set(name, codes.set(fault, LETTERS[code] ?? code));
    if (!this.#times.has(fault)) this.#times.set(fault, { took: 0, recovered: 0 });
  }

  /** @param took milliseconds of the slowest answer; @param recovered until everything worked again */
  tell(fault: string, took: number, recovered: number): void {
    const before = this.#times.get(fault);
    this.#times.set(fault, {
      took: Math.max(took, before?.took ?? 0),
      recovered: Math.max(recovered, before?.recovered ?? 0),
    });
  }

  toString(): string {
    const faults = [...this.#times.keys()];
    const legend = Object.entries(LETTERS).map(([code, letter]) => `${letter} ${code}`);
    const columns = faults.map((fault, nth) => {
      const { took, recovered } = this.#times.get(fault)!;
      return `${letterOf(nth)}  ${fault}: answered in ${Math.round(took)} ms, works again after ${Math.round(recovered)} ms`;
    });
    const lines = [...this.#codes].map(
      ([route, codes]) => `${faults.map((fault) => codes.get(fault) ?? ' ').join(' ')}  ${route}`,
    );
    return [
      '',
      ...columns,
      '',
      legend.join(', '),
      faults.map((_, nth) => letterOf(nth)).join(' '),
      ...lines,
    ].join('\n');
  }
}

const letterOf = (nth: number) => String.fromCharCode(97 + nth);

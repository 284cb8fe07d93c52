import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const conditions = ['org-portal-source'];
const project = (name: string, root: string, extra: object = {}) => ({
  root,
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    name,
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/browser/**', 'test/long/**'],
    // No module keeps what a test changes for the next file; loading them anew for each file took a third of the time.
    isolate: false,
    ...extra,
  },
});

const services = {
  globalSetup: fileURLToPath(new URL('scripts/services/global-setup.mjs', import.meta.url)),
};

/** The files that take the longest, longest first: begun last, they would be waited for alone. */
const LONGEST = [
  // Those of the budget wait most of their time; the others have both cores meanwhile.
  'budget/shared',
  'crashes',
  'budget/limit',
  'last-admin-races',
  'budget/turns',
  'faults-of-logto',
  'rate-limits',
  'authority-matrix',
  'accessibility',
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) =>
      LONGEST.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`)) + 1 || LONGEST.length + 1;
    return (await super.sort(files)).sort((one, other) => rank(one) - rank(other));
  }
}

export default defineConfig({
  test: {
    // Most files wait for other processes most of the time; by default two cores have one worker.
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    projects: [
      project('scripts', 'scripts', { include: ['test/**/*.test.mjs'], testTimeout: 60_000 }),
      project('contract', 'packages/contract'),
      project('management-api', 'packages/management-api', services),
      project('refine-data-provider', 'packages/refine-data-provider'),
      project('dev-logto', 'apps/dev-logto', { testTimeout: 30_000 }),
      project('bff', 'apps/bff', {
        ...services,
        setupFiles: fileURLToPath(new URL('apps/bff/test/harness/setup.ts', import.meta.url)),
        testTimeout: 30_000,
        hookTimeout: 30_000,
      }),
      project('web', 'apps/web'),
      project('browser', 'apps/web', {
        ...services,
        include: ['test/browser/**/*.test.ts'],
        exclude: [],
        // A real browser on a busy machine loses a click now and then; a fault is there the second time too.
        retry: 1,
        testTimeout: 60_000,
        hookTimeout: 60_000,
        expect: { poll: { timeout: 10_000 } },
        // After the others, which would take its time.
        sequence: { groupOrder: 1 },
      }),
      // Not in `npm test`, only in `npm run test:long`.
      project('long', '.', {
        ...services,
        include: ['apps/*/test/long/**/*.test.ts'],
        exclude: [],
        setupFiles: fileURLToPath(new URL('apps/bff/test/harness/setup.ts', import.meta.url)),
        testTimeout: 120_000,
        hookTimeout: 60_000,
        maxWorkers: 1,
      }),
    ],
  },
});

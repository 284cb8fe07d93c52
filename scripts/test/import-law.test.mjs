import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { inRoot, tool } from '../root.mjs';

/** @type {{ name: string }[]} */
const rules = createRequire(import.meta.url)(inRoot('.dependency-cruiser.cjs')).forbidden;

/** For each rule of the law one import that breaks it. @type {Record<string, [from: string, to: string]>} */
const VIOLATIONS = {
  'no-cycles': ['packages/contract/src/self.ts', 'packages/contract/src/self.ts'],
  resolvable: ['packages/contract/src/lost.ts', 'packages/contract/src/nowhere.ts'],
  'contract-imports-no-package': ['packages/contract/src/a.ts', 'packages/management-api/src/index.ts'],
  'data-provider-imports-contract-only': [
    'packages/refine-data-provider/src/a.ts',
    'packages/management-api/src/index.ts',
  ],
  'management-api-imports-contract-only': [
    'packages/management-api/src/a.ts',
    'packages/refine-data-provider/src/index.ts',
  ],
  'no-package-imports-an-app': ['packages/contract/test/a.ts', 'apps/bff/src/main.ts'],
  'no-app-imports-another-app': ['apps/bff/src/a.ts', 'apps/dev-logto/src/index.ts'],
  'tests-start-dev-logto-only': ['apps/web/test/a.ts', 'apps/bff/src/main.ts'],
  'dev-logto-shares-no-client-code': ['apps/dev-logto/src/a.ts', 'packages/contract/src/index.ts'],
  'web-imports': ['apps/web/src/a.ts', 'packages/management-api/src/index.ts'],
  'bff-imports': ['apps/bff/src/b.ts', 'packages/refine-data-provider/src/index.ts'],
  'a-feature-never-imports-another-feature': ['apps/web/src/features/a/a.ts', 'apps/web/src/features/b/b.ts'],
  'a-route-never-imports-a-route': ['apps/bff/src/routes/a.ts', 'apps/bff/src/routes/b.ts'],
  'production-imports-no-test': ['apps/bff/src/c.ts', 'apps/bff/test/server.ts'],
  'no-junk-drawer': ['apps/bff/src/d.ts', 'apps/bff/src/utils/index.ts'],
};

/** @param {string} cwd */
function cruise(cwd) {
  const { stdout } = spawnSync(tool('depcruise'), ['--output-type', 'json', 'apps', 'packages'], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return JSON.parse(stdout);
}

test('every rule of the import law names the import that breaks it', () => {
  expect(Object.keys(VIOLATIONS)).toEqual(rules.map(({ name }) => name));
  const root = mkdtempSync(join(tmpdir(), 'import-law-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  for (const file of ['.dependency-cruiser.cjs', 'tsconfig.base.json', 'tsconfig.test.json']) {
    copyFileSync(inRoot(file), join(root, file));
  }
  /** @param {string} path @param {string} text */
  const write = (path, text) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  for (const [, to] of Object.values(VIOLATIONS)) if (!to.endsWith('nowhere.ts')) write(to, 'export {};\n');
  for (const [from, to] of Object.values(VIOLATIONS)) {
    write(from, `import './${relative(dirname(from), to)}';\n`);
  }
  /** @type {{ rule: { name: string }, from: string }[]} */
  const found = cruise(root).summary.violations;
  const caught = Object.entries(VIOLATIONS)
    .filter(([rule, [from]]) => found.some((it) => it.rule.name === rule && it.from === from))
    .map(([rule]) => rule);
  expect(caught).toEqual(Object.keys(VIOLATIONS));
});

test('the check reads every source file of every app and package', () => {
  const seen = new Set(cruise(inRoot('.')).modules.map((/** @type {{ source: string }} */ it) => it.source));
  const sources = ['apps', 'packages']
    .flatMap((parent) => readdirSync(inRoot(parent)).map((name) => `${parent}/${name}/src`))
    .flatMap((folder) =>
      readdirSync(inRoot(folder), { recursive: true, encoding: 'utf8' }).map((path) => `${folder}/${path}`),
    )
    .filter((path) => /(?<!\.d)\.tsx?$/.test(path));
  expect(sources.length).toBeGreaterThan(0);
  expect(sources.filter((path) => !seen.has(path))).toEqual([]);
});

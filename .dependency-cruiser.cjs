const production = '^(apps|packages)/[^/]+/src/';

/** The import law of ARCHITECTURE.md: who may import whom. @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'contract-imports-no-package',
      severity: 'error',
      from: { path: '^packages/contract/' },
      to: { path: '^(apps|packages/(?!contract/))' },
    },
    {
      name: 'data-provider-imports-contract-only',
      severity: 'error',
      from: { path: '^packages/refine-data-provider/' },
      to: { path: '^(apps|packages/(?!(contract|refine-data-provider)/))' },
    },
    {
      name: 'management-api-imports-contract-only',
      severity: 'error',
      from: { path: '^packages/management-api/src/' },
      to: { path: '^(apps|packages/(?!(contract|management-api)/))' },
    },
    {
      name: 'no-package-imports-an-app',
      severity: 'error',
      from: { path: '^packages/' },
      to: { path: '^apps/' },
    },
    {
      name: 'no-app-imports-another-app',
      severity: 'error',
      from: { path: '^apps/([^/]+)/src/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'tests-start-dev-logto-only',
      severity: 'error',
      from: { path: '^apps/([^/]+)/test/' },
      to: { path: '^apps/', pathNot: '^apps/($1|dev-logto)/' },
    },
    {
      name: 'dev-logto-shares-no-client-code',
      comment: 'Else client and server share one mistake.',
      severity: 'error',
      from: { path: '^apps/dev-logto/' },
      to: { path: '^(packages/|apps/bff/)' },
    },
    {
      name: 'web-imports',
      severity: 'error',
      from: { path: '^apps/web/src/' },
      to: { path: '^packages/(?!(contract|refine-data-provider)/)' },
    },
    {
      name: 'bff-imports',
      severity: 'error',
      from: { path: '^apps/bff/src/' },
      to: { path: '^packages/(?!(contract|management-api)/)' },
    },
    {
      name: 'a-feature-never-imports-another-feature',
      severity: 'error',
      from: { path: '^apps/web/src/features/([^/]+)/' },
      to: { path: '^apps/web/src/features/', pathNot: '^apps/web/src/features/$1/' },
    },
    {
      name: 'a-route-never-imports-a-route',
      severity: 'error',
      from: { path: '^apps/bff/src/routes/([^/]+)' },
      to: { path: '^apps/bff/src/routes/', pathNot: '^apps/bff/src/routes/$1' },
    },
    {
      name: 'production-imports-no-test',
      severity: 'error',
      from: { path: production },
      to: { path: '/test/' },
    },
    {
      name: 'no-junk-drawer',
      severity: 'error',
      from: {},
      to: { path: '^(apps|packages)/.*/(utils|common|helpers|shared)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.test.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['org-portal-source', 'import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.json'],
    },
  },
};

/**
 * The room law: who may look into whom. ARCHITECTURE.md's room graph is generated from `rooms`
 * (npm run docs:rooms) and e2e/contract/room-law.test.ts proves that the law bites.
 *
 * `types: true` on a neighbour allows type-only imports. Everyone may use lib/base; every room may use itself.
 */
const rooms = {
  'lib/base': [],
  'lib/wire': [],
  'lib/api': ['lib/wire'],
  'lib/kql': [],
  'lib/domain': ['lib/wire:types', 'lib/kql'],
  'lib/store': ['lib/domain'],
  'lib/upstream': ['lib/api', 'lib/wire'],
  'lib/hub': ['lib/api', 'lib/domain', 'lib/store', 'lib/upstream', 'lib/kql', 'lib/wire:types'],
  'lib/rpc': ['lib/hub', 'lib/store', 'lib/domain', 'lib/kql'],
  'lib/queries': ['lib/rpc:types', 'lib/domain', 'lib/kql'],
  'lib/routes': ['lib/domain'],
  'components/ui': [],
  'components/grid': ['components/ui'],
  'components/editor': ['components/ui', 'lib/kql'],
  'components/vocabulary': ['components/ui', 'lib/domain', 'lib/routes'],
  'components/queue': [
    'components/ui',
    'components/grid',
    'components/vocabulary',
    'lib/queries',
    'lib/domain',
    'lib/routes',
  ],
  'components/features': [
    'components/ui',
    'components/grid',
    'components/queue',
    'components/editor',
    'components/vocabulary',
    'lib/queries',
    'lib/domain',
    'lib/kql',
    'lib/routes',
  ],
  'components/shell': ['components/ui', 'components/vocabulary', 'lib/queries', 'lib/domain', 'lib/routes'],
  app: ['components/features', 'components/shell', 'lib/routes', 'lib/rpc', 'lib/hub'],
  'mocks/kql': ['lib/kql'],
  'mocks/company': ['lib/wire'],
  'mocks/scenarios': ['mocks/company', 'lib/wire', 'lib/kql'],
  'mocks/noise': ['mocks/company', 'lib/wire', 'lib/kql'],
  'mocks/store': ['mocks/company', 'mocks/scenarios', 'mocks/noise', 'lib/wire', 'lib/kql'],
  'mocks/cloud': ['mocks/store', 'mocks/kql', 'lib/wire'],
  'mocks/handlers': ['mocks/store', 'mocks/cloud', 'mocks/kql', 'lib/wire'],
};

const forbidden = Object.entries(rooms).flatMap(([room, neighbours]) => {
  const here = `^${room}/`;
  const whole = neighbours.filter((name) => !name.endsWith(':types'));
  const typesOnly = neighbours.filter((name) => name.endsWith(':types')).map((name) => name.replace(':types', ''));
  const open = ['lib/base', room, ...whole].map((name) => `${name}/`);
  return [
    {
      name: `${room}: only its neighbours`,
      comment: `${room} may look into: ${neighbours.join(', ') || 'nothing'} (and lib/base).`,
      severity: 'error',
      // Tests may reach for what they prove against.
      from: { path: here, pathNot: '\\.test\\.tsx?$' },
      to: {
        path: '^(app|components|lib|mocks|e2e)/',
        pathNot: `^(${[...open, ...typesOnly.map((name) => `${name}/`)].join('|')})`,
      },
    },
    ...typesOnly.map((name) => ({
      name: `${room}: only types of ${name}`,
      severity: 'error',
      from: { path: here, pathNot: '\\.test\\.tsx?$' },
      to: { path: `^${name}/`, dependencyTypesNot: ['type-only'] },
    })),
  ];
});

module.exports = {
  forbidden: [
    ...forbidden,
    {
      name: 'no feature imports another feature',
      comment: 'Features link to each other by URL (lib/routes).',
      severity: 'error',
      from: { path: '^components/features/([^/]+)/' },
      to: { path: '^components/features/', pathNot: '^components/features/$1/' },
    },
    {
      name: 'no cycles',
      comment:
        'A compiler is as recursive as its language: in lower and sql an expression may hold a query, which holds expressions.',
      severity: 'error',
      from: { pathNot: '^mocks/kql/(lower|sql)/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'no unresolvable import', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'the product knows nothing of the mock',
      severity: 'error',
      from: { path: '^(app|components|lib)/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^(mocks|e2e)/' },
    },
    {
      name: 'no test helper in the product',
      severity: 'error',
      from: { pathNot: '\\.test\\.tsx?$' },
      to: { path: '\\.test\\.tsx?$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(\\.next|node_modules|docs)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};

// dependency-cruiser refuses keys it doesn't know, so the table stands where only those who ask for it see it.
Object.defineProperty(module.exports, 'rooms', { value: rooms, enumerable: false });

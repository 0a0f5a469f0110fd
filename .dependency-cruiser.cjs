/**
 * The rooms of src/ and who may look into whom (docs/decisions/0002-rooms.md).
 * model ← collect ← clean ← read ← extract ← link ← assess: a stage may import the ones before it.
 */
const stages = ['model', 'collect', 'clean', 'read', 'extract', 'link', 'assess'];
const room = (name) => `^src/${name}/`;
const rooms = (names) => `^src/(${names.join('|')})/`;

const stageRules = stages.map((stage, index) => ({
  name: `${stage}-looks-back-only`,
  comment: `src/${stage} may import only itself and the stages before it.`,
  severity: 'error',
  from: { path: room(stage) },
  to: { path: '^src/', pathNot: rooms(stages.slice(0, index + 1)) },
}));

/** The desk sees one thing of the server: the types generated from its OpenAPI document, in src/web/api. */
module.exports = {
  forbidden: [
    ...stageRules,
    {
      name: 'store-knows-the-model-only',
      severity: 'error',
      from: { path: room('store') },
      to: { path: '^src/', pathNot: rooms(['model', 'store']) },
    },
    {
      name: 'only-store-speaks-sql',
      severity: 'error',
      from: { path: '^src/', pathNot: room('store') },
      to: { path: '^node_modules/(kysely|pg|@electric-sql)/' },
    },
    {
      name: 'web-knows-its-client-only',
      severity: 'error',
      from: { path: room('web') },
      to: { path: '^src/', pathNot: room('web') },
    },
    {
      name: 'serve-and-publish-stay-below-cli',
      severity: 'error',
      from: { path: rooms(['serve', 'publish']) },
      to: { path: rooms(['cli', 'web']) },
    },
    {
      name: 'nothing-imports-cli',
      severity: 'error',
      from: { path: '^src/', pathNot: room('cli') },
      to: { path: room('cli') },
    },
    {
      name: 'no-test-code-in-src',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(test|bench|scripts)/' },
    },
    { name: 'no-circle', severity: 'error', from: { path: '^src/' }, to: { circular: true } },
    {
      name: 'no-undeclared-package',
      severity: 'error',
      from: { path: '^src/', pathNot: [room('web'), '^src/read/train/'] },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'npm-dev'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};

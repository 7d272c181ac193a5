// The quick part of the checks: formatting and lint, the project's own lint, types and layers, dead code.
import { plain, script, tool } from './steps.mjs';

/** Steps of `npm run check`, which `npm test` begins with. */
export const checks = [
  {
    name: 'formatting and lint',
    ...tool('@biomejs/biome/bin/biome', 'ci', ...(plain ? ['--colors=off'] : []), '.'),
  },
  { name: 'own lint', ...script('build/lint/lint.mjs') },
  { name: 'types and layers', ...tool('typescript/bin/tsc', '-b') },
  { name: 'dead code', ...tool('knip/bin/knip.js', '--config', 'build/config/knip.json') },
];

// `npm run check`
import { checks } from './checks.mjs';
import { runSteps } from './steps.mjs';

if (!(await runSteps(checks))) process.exitCode = 1;

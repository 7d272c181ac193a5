// `npm start`: builds what is stale and opens the application.
import { bundle } from './bundle.mjs';
import { runElectron } from './electron.mjs';

await bundle();
process.exitCode = await runElectron(process.argv.slice(2));

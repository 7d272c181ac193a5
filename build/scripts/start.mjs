// `npm start`: builds what is stale and opens the application.
import { bundle } from './bundle.mjs';
import { startElectron } from './electron.mjs';
import { endingClearly } from './failure.mjs';

await endingClearly(async () => {
  await bundle();
  const { ended } = await startElectron(process.argv.slice(2));
  process.exitCode = await ended;
});

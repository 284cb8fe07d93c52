import { runPrepared } from '../start/prepared.mjs';

/** `npm run dev`: the portal from its sources, which reloads what changes, until Ctrl-C. */
export const main = () =>
  // Vite is there only once the dependencies are installed.
  runPrepared(async (...args) => (await import('../start/dev.mjs')).runDev(...args));

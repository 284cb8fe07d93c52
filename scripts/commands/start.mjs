import { runPortal } from '../start/portal.mjs';
import { runPrepared } from '../start/prepared.mjs';

/** `npm start`: everything that a running portal needs, then the portal, until Ctrl-C. */
export const main = () => runPrepared(runPortal);

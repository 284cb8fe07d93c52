import { runOnCurrentNode } from './node-version.mjs';

runOnCurrentNode(() => import('./commands/dev.mjs'));

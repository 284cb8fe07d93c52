import { runOnCurrentNode } from './node-version.mjs';

runOnCurrentNode(() => import('./commands/test-logto.mjs'));

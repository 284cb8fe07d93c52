import { afterAll } from 'vitest';
import { endAll } from './afterwards.ts';

// Runs anew for each test file; the other modules stay loaded from file to file.
afterAll(endAll);

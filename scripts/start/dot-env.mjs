import { existsSync } from 'node:fs';
import { loadEnvFile } from 'node:process';
import { inRoot } from '../root.mjs';

/** Adds the settings of `.env`, if there is one, to the environment. What is already set wins. */
export function loadDotEnv() {
  const file = inRoot('.env');
  if (existsSync(file)) loadEnvFile(file);
}

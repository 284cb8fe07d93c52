import { reportFailure } from '../failure.mjs';
import { build } from '../prepare/build.mjs';
import { install } from '../prepare/install.mjs';
import { interruption } from '../process/interrupt.mjs';

/** `npm run build`: dependencies, programs, web app; only what is not up to date. */
export function main() {
  const signal = interruption();
  return reportFailure(async () => {
    await install(signal);
    await build(signal);
    console.log('Everything is built.');
  });
}

import { once } from 'node:events';
import { openDatabase } from '../../dist/database/open-database.js';

/*
 * Opens the embedded database on the folder that is the argument, says `open`, and holds it until its input ends. Exits
 * with 1 and the reason when it cannot.
 */

const log = { warn: () => undefined };
try {
  const { close } = await openDatabase({ folder: process.argv[2] ?? '' }, log);
  process.stdout.write('open');
  process.stdin.resume();
  await once(process.stdin, 'end');
  await close();
} catch (error) {
  process.stderr.write(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}

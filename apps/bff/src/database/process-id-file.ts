import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseError } from './database-error.ts';

/**
 * Refuses a folder that 0.1.0 has open, and keeps 0.1.0 from opening it: 0.1.0 knows a folder's owner by this file alone. It
 * writes the number without a line end, we write one.
 * @returns what removes the file
 * @throws DatabaseError that names the process
 */
export async function writeProcessId(folder: string): Promise<() => Promise<void>> {
  const file = join(folder, 'process-id');
  const text = await readFile(file, 'utf8').catch(() => '');
  const owner = Number(text);
  if (!text.endsWith('\n') && owner > 0 && owner !== process.pid && isRunning(owner)) {
    throw new DatabaseError(
      folder,
      `in use by process ${owner}. End it, or set PORTAL_DATA to another folder. If it is not a portal, delete ${file}.`,
    );
  }
  await writeFile(file, `${process.pid}\n`);
  return () => rm(file, { force: true });
}

function isRunning(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

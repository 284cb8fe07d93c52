import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { ROOT } from '../root.mjs';
import { endGroup, hasGroups } from './group.mjs';

/**
 * Runs a program to its end. It gets no stdin and a process group of its own, so that an interruption reaches
 * whatever it started.
 * @param {string} program
 * @param {string[]} args
 * @param {{ signal: AbortSignal, cwd?: string, env?: NodeJS.ProcessEnv, isShown?: boolean, onOutput?: (text: string) => void }} options
 *   isShown: its output goes straight to the terminal instead of into the result;
 *   onOutput: is told each piece of it as it comes
 * @returns {Promise<{ code: number, output: string }>} code 127 if it could not be started
 * @throws the signal's reason, once the program and all that it started are gone
 */
export async function run(
  program,
  args,
  { signal, cwd = ROOT, env = process.env, isShown = false, onOutput },
) {
  signal.throwIfAborted();
  const child = spawn(program, args, {
    cwd,
    env,
    stdio: ['ignore', isShown ? 'inherit' : 'pipe', isShown ? 'inherit' : 'pipe'],
    detached: hasGroups,
    shell: !hasGroups,
  });
  const chunks = /** @type {Buffer[]} */ ([]);
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk) => {
      chunks.push(chunk);
      onOutput?.(String(chunk));
    });
  }
  /** @type {Promise<void> | undefined} */
  let ending;
  const stop = () => (ending = endGroup(child));
  signal.addEventListener('abort', stop);
  try {
    const [code] = await once(child, 'close');
    signal.throwIfAborted();
    return { code: code ?? 1, output: Buffer.concat(chunks).toString() };
  } catch (error) {
    signal.throwIfAborted();
    return { code: 127, output: String(error) };
  } finally {
    await ending;
    signal.removeEventListener('abort', stop);
  }
}

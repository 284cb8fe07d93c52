import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { ROOT } from '../root.mjs';

const PATIENCE_MS = 5_000;
const isWindows = process.platform === 'win32';

/**
 * Runs a program to its end. It gets no stdin and a process group of its own, so that an interruption reaches
 * whatever it started.
 * @param {string} program
 * @param {string[]} args
 * @param {{ signal: AbortSignal, cwd?: string, env?: NodeJS.ProcessEnv, isShown?: boolean, onOutput?: (text: string) => void }} options
 *   isShown: its output goes straight to the terminal instead of into the result;
 *   onOutput: is told each piece of it as it comes
 * @returns {Promise<{ code: number, output: string }>} code 127 if it could not be started
 * @throws the signal's reason, once the program is gone
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
    detached: !isWindows,
    shell: isWindows,
  });
  const chunks = /** @type {Buffer[]} */ ([]);
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk) => {
      chunks.push(chunk);
      onOutput?.(String(chunk));
    });
  }
  const stop = () => void endGroup(child);
  signal.addEventListener('abort', stop);
  try {
    const [code] = await once(child, 'close');
    signal.throwIfAborted();
    return { code: code ?? 1, output: Buffer.concat(chunks).toString() };
  } catch (error) {
    signal.throwIfAborted();
    return { code: 127, output: String(error) };
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

/** @param {import('node:child_process').ChildProcess} child */
async function endGroup(child) {
  const timer = setTimeout(() => killGroup(child, 'SIGKILL'), PATIENCE_MS);
  killGroup(child, 'SIGTERM');
  await once(child, 'close');
  clearTimeout(timer);
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
function killGroup(child, signal) {
  try {
    if (isWindows) child.kill(signal);
    else if (child.pid !== undefined) process.kill(-child.pid, signal);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ESRCH') throw error;
  }
}

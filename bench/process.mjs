import { fork } from 'node:child_process';
import { on, once } from 'node:events';
import { inRoot } from '../scripts/root.mjs';

/**
 * @typedef {object} Usage
 * @property {number} cpu microseconds of CPU time so far
 * @property {number} mb megabytes of memory now
 * @property {number} peakMb the most so far
 */

/**
 * @typedef {object} Running
 * @property {string} origin where it listens
 * @property {number} startMs from starting the process until it listened
 * @property {() => Promise<Usage>} usage
 * @property {() => Promise<void>} stop
 */

/**
 * Runs a module that sends `{ type: 'ready', origin }` in a process of its own.
 * @param {string} entry from the folder bench
 * @param {Record<string, string | undefined>} env
 * @param {AbortSignal} signal
 * @returns {Promise<Running>}
 */
export async function start(entry, env, signal) {
  const started = performance.now();
  const child = fork(inRoot('bench/child.mjs'), [entry], {
    env: { PATH: process.env['PATH'], ...env },
    execArgv: [],
    signal,
  });
  child.on('error', () => {}); // an abort; whoever waits is told by the signal
  const exit = once(child, 'exit');
  const { origin } = await message(child, 'ready', signal);
  return {
    origin,
    startMs: performance.now() - started,
    usage: async () => {
      const told = message(child, 'usage', signal);
      child.send('usage');
      const { cpu, kb, peakKb } = await told;
      return { cpu, mb: kb / 1024, peakMb: peakKb / 1024 };
    },
    stop: async () => {
      if (child.connected) child.disconnect();
      await exit;
    },
  };
}

/** @param {import('node:child_process').ChildProcess} child @param {string} type @param {AbortSignal} signal */
async function message(child, type, signal) {
  for await (const [received] of on(child, 'message', { signal, close: ['exit'] })) {
    if (received.type === type) return received;
  }
  throw new Error('a process ended while it was measured');
}

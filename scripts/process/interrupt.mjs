import { constants } from 'node:os';
import { Failure } from '../failure.mjs';

/** @type {NodeJS.Signals[]} */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const PARENT_CHECK_MS = 500;

/**
 * Gives a signal that aborts when this process shall end: Ctrl-C, SIGTERM, a closed terminal, or an npm that
 * is gone. npm runs scripts through a shell that may not pass a signal on, so losing the parent counts as one.
 * The abort reason is a Failure with the exit code that shells use, 128 + the signal's number.
 */
export function interruption() {
  const controller = new AbortController();
  /** @param {NodeJS.Signals} signal */
  const interrupt = (signal) =>
    controller.abort(new Failure('', { exitCode: 128 + constants.signals[signal] }));
  for (const signal of SIGNALS) process.on(signal, interrupt);
  if (process.env['npm_lifecycle_event']) {
    const parent = process.ppid;
    setInterval(() => process.ppid === parent || interrupt('SIGTERM'), PARENT_CHECK_MS).unref();
  }
  return controller.signal;
}

/** Something a person can mend. Its message is the one line that they read; nothing else is printed. */
export class Failure extends Error {
  /**
   * @param {string} message empty when the cause has already been printed
   * @param {{ exitCode?: number, cause?: unknown }} [options]
   */
  constructor(message, { exitCode = 1, cause } = {}) {
    super(message, { cause });
    this.name = 'Failure';
    this.exitCode = exitCode;
  }
}

/**
 * Runs a command to its end and sets the exit code: 0, that of a Failure, or 1 with a stack for a fault of ours.
 * @param {() => Promise<void>} work
 */
export async function reportFailure(work) {
  try {
    await work();
    process.exitCode ??= 0;
  } catch (error) {
    if (!(error instanceof Failure)) console.error(error);
    else if (error.message) console.error(error.message);
    process.exitCode = error instanceof Failure ? error.exitCode : 1;
  }
}

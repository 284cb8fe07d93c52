const EVERY_MS = 20;

/**
 * Waits until something holds; the test's own time limit ends the wait otherwise.
 * @param {() => boolean | Promise<boolean>} condition
 */
export async function until(condition) {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
}

/** Whether something listens there. @param {string} origin */
export const answers = (origin) =>
  fetch(origin).then(
    () => true,
    () => false,
  );

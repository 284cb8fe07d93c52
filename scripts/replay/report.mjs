/** @typedef {import('./driver.mjs').Played} Played */

/**
 * How one scenario went: a line for it, and each step that differs with how it does.
 * @param {Played} played
 */
export function scenarioReport({ scenario, steps, different }) {
  const head = `${different.length === 0 ? '✓' : '✗'} ${scenario}: ${steps - different.length} of ${steps} alike`;
  const details = different.flatMap(({ place, step: { name, method, path }, lines }) => [
    `  step ${place}, ${name}: ${method} ${path}`,
    ...lines.map((line) => `    ${line}`),
  ]);
  return [head, ...details].join('\n');
}

/** The last line. @param {Played[]} all */
export function summary(all) {
  const steps = all.reduce((sum, played) => sum + played.steps, 0);
  const different = all.reduce((sum, played) => sum + played.different.length, 0);
  return `${steps - different} of ${steps} recorded steps alike, ${different} different`;
}

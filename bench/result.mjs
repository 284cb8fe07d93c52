/**
 * @typedef {object} Result
 * @property {string} name what was measured
 * @property {number} figure
 * @property {string} [spread] the middle half of what was measured in several rounds; the figure is their median
 * @property {string} unit of the figure and the goal
 * @property {string} goal such as `≤ 340`; `none`: there is none, and it is met
 * @property {boolean} met
 */

/**
 * @param {{ name: string, figure: number, spread?: string, unit: string, atMost: number }} measured
 * @returns {Result}
 */
export function atMost({ atMost: limit, ...measured }) {
  return { ...measured, goal: `≤ ${limit}`, met: measured.figure <= limit };
}

/**
 * @param {{ name: string, figure: number, spread?: string, unit: string, atLeast: number }} measured
 * @returns {Result}
 */
export function atLeast({ atLeast: limit, ...measured }) {
  return { ...measured, goal: `≥ ${limit}`, met: measured.figure >= limit };
}

/**
 * What is told to judge other figures by.
 * @param {{ name: string, figure: number, spread?: string, unit: string }} measured
 * @returns {Result}
 */
export function withoutGoal(measured) {
  return { ...measured, goal: 'none', met: true };
}

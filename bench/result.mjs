/**
 * @typedef {object} Result
 * @property {string} name what was measured
 * @property {number} figure
 * @property {string} unit of the figure and the goal
 * @property {string} goal such as `≤ 340`
 * @property {boolean} met
 */

/**
 * @param {{ name: string, figure: number, unit: string, atMost: number }} measured
 * @returns {Result}
 */
export function atMost({ name, figure, unit, atMost: limit }) {
  return { name, figure, unit, goal: `≤ ${limit}`, met: figure <= limit };
}

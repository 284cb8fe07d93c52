import { logtoOfMembers } from './logto-of-members.mjs';
import { atMost } from './result.mjs';
import { median, spread } from './statistics.mjs';

const FEW = 1_000;
const MANY = 100_000;
const WARM_UP = 4;
const ROUNDS = 20;
const TIMES = 8;
const FIRST = 'page=1&page_size=20';
const LATE = 'page=5000&page_size=20';
const SEARCHES = ['sorensen', 'whitaker', 'nobody', '王', 'halden.example', 'ada%'];

/**
 * What 100,000 members cost the embedded Logto over 1,000: the two beside each other, asked in turns, so that
 * whatever slows this machine down slows both.
 * @param {import('./measure.mjs').Bench} bench
 * @returns {Promise<import('./result.mjs').Result[]>}
 */
export async function membersScale({ signal }) {
  const few = await logtoOfMembers(FEW, signal);
  try {
    const many = await logtoOfMembers(MANY, signal);
    try {
      return await compare(few, many);
    } finally {
      await many.stop();
    }
  } finally {
    await few.stop();
  }
}

/** @typedef {import('./logto-of-members.mjs').LogtoOfMembers} Logto */

/** @param {Logto} few @param {Logto} many */
async function compare(few, many) {
  /** @type {{ first: number[], late: number[], search: number[] }} */
  const found = { first: [], late: [], search: [] };
  for (let round = -WARM_UP; round < ROUNDS; round += 1) {
    const small = await typical(few, FIRST);
    const first = (await typical(many, FIRST)) / small;
    const late = (await typical(many, LATE)) / (await typical(few, FIRST));
    const search = await searched(many, round);
    if (round < 0) continue;
    found.first.push(first);
    found.late.push(late);
    found.search.push(search);
  }
  const starts = many.startMs / 1000;
  return [
    result('100,000 members: start', [starts], { unit: 's', atMost: 5 }),
    result('100,000 members: memory at most', [await many.peakMb()], { unit: 'MB', atMost: 400, digits: 0 }),
    result('100,000 members: first page of 20', found.first, { unit: '× that of 1,000', atMost: 1.2 }),
    result('100,000 members: page 5000 of 20', found.late, { unit: '× first of 1,000', atMost: 2 }),
    result('100,000 members: search by q', found.search, { unit: 'ms', atMost: 60, digits: 1 }),
  ];
}

/** @param {Logto} logto @param {string} query @returns {Promise<number>} milliseconds, the median of some */
async function typical(logto, query) {
  const times = [];
  for (let turn = 0; turn < TIMES; turn += 1) times.push(await logto.members(query));
  return median(times);
}

/** @param {Logto} logto @param {number} round */
function searched(logto, round) {
  const q = SEARCHES.at(round % SEARCHES.length) ?? '';
  return logto.members(`q=${encodeURIComponent(q)}`);
}

/**
 * @param {string} name
 * @param {number[]} figures
 * @param {{ unit: string, atMost: number, digits?: number }} goal
 */
function result(name, figures, { unit, atMost: limit, digits = 2 }) {
  const figure = Number(median(figures).toFixed(digits));
  return atMost({
    name,
    figure,
    unit,
    atMost: limit,
    ...(figures.length > 1 && { spread: spread(figures, digits) }),
  });
}

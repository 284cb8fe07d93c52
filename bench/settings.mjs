/** @param {string} name @param {number} otherwise @returns {number} a setting of the bench */
const setting = (name, otherwise) => Number(process.env[name] || otherwise);

/** Requests after which memory is compared with that after 10,000: the whole 1,000,000 take 7 minutes. */
export const REQUESTS = setting('BENCH_REQUESTS', 100_000);
/** Calls offered at once to the budget, and its window in milliseconds: 5,000 in 10 s would take 13 minutes. */
export const CALLS = setting('BENCH_CALLS', 2_000);
export const WINDOW = setting('BENCH_WINDOW', 2_000);
/** Milliseconds that a bulk run goes on while people are measured, with a window of 5 s. */
export const BULK = setting('BENCH_BULK', 20_000);

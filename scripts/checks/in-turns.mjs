/**
 * Does work on items, at most so many at the same time, begun in the order of the list.
 * @template T, R
 * @param {T[]} items
 * @param {number} limit
 * @param {(item: T) => Promise<R>} work
 * @returns {Promise<R[]>} the results, in the order of the items
 */
export async function inTurns(items, limit, work) {
  const results = /** @type {R[]} */ ([]);
  const queue = items.entries();
  const worker = async () => {
    for (const [index, item] of queue) results[index] = await work(item);
  };
  await Promise.all(Array.from({ length: limit }, worker));
  return results;
}

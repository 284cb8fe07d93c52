import { load } from './load.mjs';
import { atMost } from './result.mjs';
import { withRoom } from './room.mjs';
import { withService } from './service.mjs';
import { REQUESTS } from './settings.mjs';

const FEW = 10_000;

/**
 * The memory of a portal on PostgreSQL after many members pages, against that after the first 10,000.
 * @param {import('./measure.mjs').Bench} bench
 * @returns {Promise<import('./result.mjs').Result[]>} none where there is no PostgreSQL
 */
export async function memory(bench) {
  const measured = await withService('postgres', (url) =>
    withRoom(
      bench,
      async ({ portal, cookie, paths }) => {
        /** @param {number} amount */
        const ask = async (amount) => {
          const headers = { cookie };
          await load(
            portal.origin,
            (connection) =>
              Array.from({ length: 500 }, (_, index) => ({
                path: `${paths.members}?page=${connection * 500 + index + 1}&page_size=20`,
                headers,
              })),
            { amount },
          );
          return (await portal.usage()).mb;
        };
        const few = await ask(FEW);
        return { few, many: await ask(REQUESTS - FEW) };
      },
      { DATABASE_URL: url },
    ),
  );
  if (!measured) return [];
  const { few, many } = measured;
  const name = `memory after ${REQUESTS.toLocaleString('en')} requests`;
  return [
    atMost({
      name,
      figure: Number((many / few).toFixed(2)),
      unit: `× that after ${FEW.toLocaleString('en')}`,
      atMost: 1.1,
    }),
    atMost({ name, figure: Math.round(many), unit: 'MB', atMost: 200 }),
  ];
}

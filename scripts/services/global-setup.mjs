import { findPostgres, findRedis } from './find.mjs';
import { preparedData } from './prepared-data.mjs';

/**
 * Tells tests of what they can start (see provided.d.ts). Nothing is started here: who needs nothing waits for nothing.
 * @param {import('vitest/node').TestProject} project
 */
export default async function setup(project) {
  project.provide('postgres', findPostgres(process.env));
  project.provide('redis', findRedis(process.env));
  project.provide('preparedData', await preparedData());
}

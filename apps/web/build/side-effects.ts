const PURE =
  /\/node_modules\/(antd|@ant-design|@rc-component|@refinedev|i18next|react-i18next|lodash-es|lodash|qs|pluralize)\//;

/**
 * @param id a module's path
 * @returns whether importing it does nothing but define: these packages lack the `sideEffects` flag, or have
 * dependencies that lack it. antd's reset stylesheets are no modules of theirs in this sense.
 */
export function hasNoSideEffects(id: string): boolean {
  return PURE.test(id.replaceAll('\\', '/')) && !id.endsWith('.css');
}

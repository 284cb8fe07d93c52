import type { CrudFilter, LogicalFilter } from '@refinedev/core';
import { RequestError } from './errors.ts';
import type { FilterOperator, ResourceRules } from './options.ts';

/**
 * Writes filters as query parameters. A filter without a value is no filter, as everywhere in Refine; so is
 * `contains` of an empty text, which everything contains.
 * @param reserved names of parameters that mean something else, the page for one
 * @throws RequestError for a field, operator or value that the rules do not allow
 */
export function filterQuery(
  filters: readonly CrudFilter[],
  rules: ResourceRules['filters'],
  reserved: readonly string[] = [],
): [string, string][] {
  return filters.flatMap((filter) => {
    if (filter.operator === 'or' || filter.operator === 'and') {
      throw new RequestError(`Filters combined by "${filter.operator}" cannot be sent to this API.`);
    }
    const { field, operator, value } = filter as LogicalFilter;
    if (value === undefined || value === null || (operator === 'contains' && value === '')) return [];
    if (reserved.includes(field) || !operatorsOf(field, rules).some((allowed) => allowed === operator)) {
      throw new RequestError(`This list cannot be filtered by "${field}" with the operator "${operator}".`);
    }
    return valuesOf(field, operator, value).map((text): [string, string] => [field, text]);
  });
}

function operatorsOf(field: string, rules: ResourceRules['filters']): readonly FilterOperator[] {
  if (rules) return Object.hasOwn(rules, field) ? (rules[field] ?? []) : [];
  return field === 'q' ? ['eq', 'in', 'contains'] : ['eq', 'in'];
}

/** `in` of nothing matches nothing; sent as no parameter it would match everything. */
function valuesOf(field: string, operator: string, value: unknown): string[] {
  const values: unknown[] = operator === 'in' && Array.isArray(value) ? value : [value];
  if (values.length === 0)
    throw new RequestError(`The filter "${field}" with "in" needs at least one value.`);
  return values.map((one) => {
    if (['string', 'number', 'boolean'].includes(typeof one)) return String(one);
    throw new RequestError(`The filter "${field}" with "${operator}" cannot take ${JSON.stringify(one)}.`);
  });
}

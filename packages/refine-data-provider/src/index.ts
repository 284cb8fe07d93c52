export { linkDataProvider, type LinkDataProvider } from './link-data-provider.ts';
export type { FilterOperator, LinkDataProviderOptions, ResourceRules } from './options.ts';
export type { PagedList } from './paged-list.ts';
export { totalLabel } from './total-label.ts';
export {
  HttpStatusError,
  NetworkError,
  ReplyError,
  RequestError,
  TimeoutError,
  type DataProviderError,
} from './errors.ts';
export type { ReceivedProblem } from './received-problem.ts';

import type { DataProviderError } from '@org-portal/refine-data-provider';
import { keepPreviousData, QueryClient } from '@tanstack/react-query';

/** A read that got no reply is tried once more; a reply, whatever it says, stands. */
function isWorthRepeating(failures: number, error: unknown): boolean {
  return failures < 1 && (error as Partial<DataProviderError>).kind === 'network';
}

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      placeholderData: keepPreviousData,
      refetchOnWindowFocus: false,
      retry: isWorthRepeating,
    },
  },
});

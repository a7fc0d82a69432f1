/** Who is looking, and at which tenant. Read once per visit. */
import { queryOptions } from '@tanstack/react-query';
import { rpc } from '@/lib/queries/client';

/** Who is asking, and where. */
export const sessionQueries = {
  current: () =>
    queryOptions({
      queryKey: ['session', 'current'],
      queryFn: ({ signal }) => rpc.session.current.query(undefined, { signal }),
      staleTime: 10 * 60_000,
    }),
};

const aDaySeconds = 86_400;

/** Says who is asking, on a console that lets the page say it (`canSwitchUser`). Everything is read anew as that person. */
export function becomeUser(name: string): void {
  document.cookie = `onequeue-user=${encodeURIComponent(name)}; path=/; max-age=${aDaySeconds}; samesite=lax`;
  window.location.reload();
}

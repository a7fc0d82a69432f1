/** Saved views, shared by everybody's browsers through the server, and the visit that this tab belongs to. */
import { type QueryClient, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { SavedViewDraft, SavedViews, ViewNoun, VisitReply } from '@/lib/domain/queue/saved-view';
import { rpc } from '@/lib/queries/client';

const listKey = ['views', 'list'] as const;

/** The analyst's own views, the shared ones, and what each queue opens with. */
export const viewQueries = {
  list: () =>
    queryOptions({
      queryKey: listKey,
      queryFn: ({ signal }): Promise<SavedViews> => rpc.views.list.query(undefined, { signal }),
      staleTime: 60_000,
    }),
};

const visitKey = ['visits', 'current'] as const;

/** Asking for the visit is what keeps it going. */
export const visitQueries = {
  /** Asked again every few minutes while the page is looked at, which is what keeps the visit going. */
  current: () =>
    queryOptions({
      queryKey: visitKey,
      queryFn: (): Promise<VisitReply> => rpc.visits.touch.mutate(),
      staleTime: 5 * 60_000,
      refetchInterval: 5 * 60_000,
    }),
};

/** The analyst looked at an incident: what is new about it no longer is. `at` is ISO 8601. */
export function noteLook(client: QueryClient, key: string, at: string): void {
  client.setQueryData<VisitReply>(visitKey, (visit) =>
    visit === undefined ? undefined : { ...visit, looks: { ...visit.looks, [key]: at } },
  );
}

/** `mutate(draft)`: a new view, or a new state of one's own. */
export function useSaveView() {
  const client = useQueryClient();
  return useMutation({
    mutationKey: ['views', 'save'],
    mutationFn: (draft: SavedViewDraft) => rpc.views.save.mutate(draft),
    onSuccess: (saved) =>
      client.setQueryData<SavedViews>(listKey, (known) =>
        known === undefined
          ? undefined
          : { ...known, views: [...known.views.filter(({ id }) => id !== saved.id), saved].sort(byName) },
      ),
  });
}

function byName(left: { name: string }, right: { name: string }): number {
  return left.name.localeCompare(right.name, 'en');
}

/** `mutate(id)`: one of the analyst's own views. */
export function useRemoveView() {
  const client = useQueryClient();
  return useMutation({
    mutationKey: ['views', 'remove'],
    mutationFn: (id: string) => rpc.views.remove.mutate({ id }),
    onSuccess: () => client.invalidateQueries({ queryKey: listKey }),
  });
}

/** `mutate({ noun, id })`: what the queue opens with, on every device; null for the console's own. */
export function useDefaultView() {
  const client = useQueryClient();
  return useMutation({
    mutationKey: ['views', 'default'],
    mutationFn: (choice: { noun: ViewNoun; id: string | null }) => rpc.views.makeDefault.mutate(choice),
    onSuccess: (_, { noun, id }) =>
      client.setQueryData<SavedViews>(listKey, (known) =>
        known === undefined ? undefined : { ...known, defaults: { ...known.defaults, [noun]: id } },
      ),
  });
}

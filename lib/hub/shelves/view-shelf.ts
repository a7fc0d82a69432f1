/** Saved views and visits: what the console itself remembers of its analysts. Microsoft is asked nothing. */
import type { Assignee } from '@/lib/domain/incident/incident';
import type { SavedView, SavedViewDraft, SavedViews, ViewNoun, VisitReply } from '@/lib/domain/queue/saved-view';
import { HubError } from '@/lib/hub/hub-error';
import type { Store } from '@/lib/store/store';

/** The most views that one analyst may see; a list that nobody reads to its end helps nobody. */
const mostViews = 200;

export type ViewShelf = {
  /** The analyst's own views and the shared ones. */
  list(by: Assignee): Promise<SavedViews>;
  /** A view with a known id is replaced, if it is the analyst's own. */
  save(draft: SavedViewDraft, by: Assignee): Promise<SavedView>;
  remove(id: string, by: Assignee): Promise<void>;
  /** Null opens the queue as by default. */
  makeDefault(noun: ViewNoun, id: string | null, by: Assignee): Promise<void>;
  /** Notes that the analyst is here. */
  visit(by: Assignee): Promise<VisitReply>;
};

/** Rejects with `notAllowed` for somebody else's view and for one too many. */
export function createViewShelf(
  store: Pick<Store, 'savedViews' | 'visits' | 'incidentLooks'>,
  now: () => Date,
): ViewShelf {
  async function own(id: string, by: Assignee): Promise<SavedView | null> {
    const known = await store.savedViews.get(id);
    if (known !== null && known.owner.toLowerCase() !== by.name.toLowerCase())
      throw new HubError('notAllowed', `“${known.name}” belongs to ${known.owner}. Save it under a new name instead.`);
    return known;
  }
  return {
    list: (by) => store.savedViews.of(by.name),
    async save(draft, by) {
      const known = await own(draft.id, by);
      if (known === null && (await store.savedViews.of(by.name)).views.length >= mostViews)
        throw new HubError('notAllowed', `There are ${mostViews} views already. Remove one first.`);
      const view: SavedView = { ...draft, owner: by.name, updatedAt: now().toISOString() };
      await store.savedViews.put(view);
      return view;
    },
    async remove(id, by) {
      if ((await own(id, by)) !== null) await store.savedViews.remove(id);
    },
    makeDefault: (noun, id, by) => store.savedViews.makeDefault(by.name, noun, id),
    async visit(by) {
      const visit = await store.visits.touch(by.name, now().toISOString());
      return { ...visit, looks: await store.incidentLooks.since(by.name, visit.previousEndedAt ?? visit.startedAt) };
    },
  };
}

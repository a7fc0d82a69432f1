/**
 * What the queue opened with the last time, remembered by the browser: a queue that opens with a view of one's own need
 * not wait for the server to say which, and paints no rows of another one meanwhile. The server's word stands over it.
 */
import { isColumnChoice } from '@/components/grid/column-choice';
import type { SavedView, SavedViews, ViewNoun } from '@/lib/domain/queue/saved-view';

export type RememberedDefault = {
  /** UPN of whose default it is: a browser may serve several people. */
  of: string;
  /** Null for the console's own start. */
  id: string | null;
  /** The view itself, unless it comes with the console. */
  view: SavedView | null;
};

const keyOf = (noun: ViewNoun) => `queue-default-${noun}`;

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function hasNames(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** As far as the queue reads it. */
function isView(value: unknown): value is SavedView {
  if (!hasNames(value)) return false;
  const { id, name, owner, search, shared, columns, zone } = value;
  return (
    [id, name, owner, search].every(isText) &&
    typeof shared === 'boolean' &&
    (columns === null || isColumnChoice(columns)) &&
    (zone === null || zone === 'utc' || zone === 'local')
  );
}

/** Null when nothing (or nothing that makes sense) is remembered. */
export function readDefault(text: string | null): RememberedDefault | null {
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(text);
    if (!hasNames(value)) return null;
    const { of, id, view } = value;
    if (!isText(of) || !(id === null || isText(id)) || !(view === null || isView(view))) return null;
    return { of, id, view };
  } catch {
    // Somebody else wrote there; the server will say.
    return null;
  }
}

export function recallDefault(noun: ViewNoun): string | null {
  return window.localStorage.getItem(keyOf(noun));
}

export function rememberDefault(noun: ViewNoun, of: string, saved: SavedViews): void {
  const id = saved.defaults[noun];
  const view = saved.views.find((known) => known.id === id) ?? null;
  const text = JSON.stringify({ of, id, view } satisfies RememberedDefault);
  if (recallDefault(noun) !== text) window.localStorage.setItem(keyOf(noun), text);
}

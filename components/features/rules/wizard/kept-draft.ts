/** What somebody has written and not saved yet, kept in this browser: a reload, a crash or a wrong key lose nothing. */
import type { RuleDraft } from '@/lib/domain/rule/rule';

export type KeptDraft = {
  /** Of the rule; made up for one that is new. */
  id: string;
  /** The state of the rule that it was made from; null for a new one. */
  version: string | null;
  /** That state, to tell what somebody else changed since. */
  base: RuleDraft | null;
  draft: RuleDraft;
};

export type DraftStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Grows when drafts get another shape: older ones are then left alone. */
const shape = 1;
const place = (name: string) => `onequeue.rule.${name}`;

/** Guaranteed by `shape`: only this file writes there, and only drafts of this shape. */
function asKept(stored: object): KeptDraft {
  return stored as KeptDraft;
}

/** `name` is the rule's id, or `new`. Null when nothing is kept that can be read. */
export function keptDraft(store: DraftStore, name: string): KeptDraft | null {
  const text = store.getItem(place(name));
  if (text === null) return null;
  try {
    const stored: unknown = JSON.parse(text);
    if (typeof stored !== 'object' || stored === null || Reflect.get(stored, 'shape') !== shape) return null;
    return asKept(stored);
  } catch (error) {
    // Somebody else wrote there: as if there were nothing.
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** False when the browser has no room or does not allow it: the draft is then only on the page. */
export function keepDraft(store: DraftStore, name: string, kept: KeptDraft): boolean {
  try {
    store.setItem(place(name), JSON.stringify({ shape, ...kept }));
    return true;
  } catch {
    return false;
  }
}

export function dropDraft(store: DraftStore, name: string): void {
  store.removeItem(place(name));
}

/** What this browser keeps for the analyst: the draft in the editor and the last queries that ran. */

export type PastRun = {
  text: string;
  timespan: string | null;
  /** When it was started, by the tenant's clock. */
  at: string;
  /** Rows answered; null when it failed. */
  rows: number | null;
};

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const draftKey = 'onequeue.hunting.draft';
const historyKey = 'onequeue.hunting.history';
const historyLength = 50;
/** Five megabytes is what a browser gives a whole site. */
const longestKept = 50_000;

/** A full or forbidden store must not cost the analyst the page; the draft is then only in the editor. */
function write(store: Store, key: string, text: string): boolean {
  try {
    store.setItem(key, text);
    return true;
  } catch {
    return false;
  }
}

export const keepDraft = (store: Store, text: string): boolean => write(store, draftKey, text);
export const draft = (store: Store): string | null => store.getItem(draftKey);

function isPastRun(value: unknown): value is PastRun {
  if (typeof value !== 'object' || value === null) return false;
  const run: Partial<Record<keyof PastRun, unknown>> = value;
  return (
    typeof run.text === 'string' &&
    (run.timespan === null || typeof run.timespan === 'string') &&
    typeof run.at === 'string' &&
    (run.rows === null || typeof run.rows === 'number')
  );
}

/** Newest first. What another version left behind unreadable is no history. */
export function pastRuns(store: Store): PastRun[] {
  try {
    const kept: unknown = JSON.parse(store.getItem(historyKey) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isPastRun) : [];
  } catch {
    return [];
  }
}

/** Adds a run in front; the same text and time range again takes its old place's. */
export function rememberRun(store: Store, run: PastRun): PastRun[] {
  if (run.text.length > longestKept) return pastRuns(store);
  const others = pastRuns(store).filter((past) => past.text !== run.text || past.timespan !== run.timespan);
  const runs = [run, ...others].slice(0, historyLength);
  write(store, historyKey, JSON.stringify(runs));
  return runs;
}

export function forgetRuns(store: Store): void {
  store.removeItem(historyKey);
}

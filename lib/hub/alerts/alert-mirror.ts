/**
 * Every alert of the tenant in memory, as a row each: what Defender shows, and what only the workspace's log knows.
 * Texts that repeat are kept once, so a hundred thousand alerts are some forty megabytes.
 */
import type { AlertRow } from '@/lib/domain/alert/alert-row';
import { createShareTexts } from '@/lib/domain/alert/shared-texts';
import type { AlertCopy } from '@/lib/hub/alerts/alert-copy';

export type AlertMirror = {
  /** Takes what a system says now. An older view than the one that is known changes nothing. */
  put(copies: readonly AlertCopy[]): void;
  /** Looks at an alert again at the next `flush`: its commands have changed. */
  touch(id: string): void;
  /** The alerts that look different since the last flush, and the ids that are gone. */
  flush(): { upserts: AlertRow[]; removed: string[] };
  get(id: string): AlertRow | undefined;
  /** By Defender's id, or by a name that the product or the workspace gave it. */
  named(name: string): AlertRow | undefined;
  /** In the order in which they came to be known. */
  all(): AlertRow[];
  /** Grows with every change that was flushed: the same number means the same `all`. */
  version(): number;
};

export type AlertMirrorOptions = {
  /** The alert with what analysts asked for painted over; the same object when nobody did. */
  paint: (row: AlertRow) => AlertRow;
};

/** What Defender puts before a product's own id. https://learn.microsoft.com/defender-xdr/investigate-alerts */
const prefixes = ['', 'sn', 'da', 'ed', 'ra', 'ta', 'ea', 'fa', 'aa', 'ri', 'ca', 'ma', 'rm', 'ad', 'dl', 'dc', 'ir'];
const prefixLetters = 2;

export function createAlertMirror({ paint }: AlertMirrorOptions): AlertMirror {
  const rows = new Map<string, AlertRow>();
  /** Ids of alerts that Defender has not shown so far, by every name of theirs. */
  const idOfLogName = new Map<string, string>();
  const shown = new Map<string, AlertRow>();
  const dirty = new Set<string>();
  const removed = new Set<string>();
  const share = createShareTexts();

  const inDefender = (name: string) => prefixes.some((prefix) => rows.get(prefix + name)?.system === 'defender');

  /** Defender shows an alert that was known from the log alone: one of the two rows has to go. */
  function replaceLogRow(id: string): void {
    for (const name of [id, id.slice(prefixLetters)]) {
      const known = idOfLogName.get(name.toLowerCase());
      if (known === undefined || rows.get(known)?.system !== 'sentinel') continue;
      rows.delete(known);
      removed.add(known);
    }
  }

  function put({ row, names }: AlertCopy): void {
    const before = rows.get(row.id);
    if (before !== undefined && before.updatedAt > row.updatedAt) return;
    if (row.system === 'defender') replaceLogRow(row.id);
    else if (names.some(inDefender)) return;
    for (const name of names) idOfLogName.set(name.toLowerCase(), row.id);
    rows.set(row.id, share(row));
    removed.delete(row.id);
    dirty.add(row.id);
  }

  /** The alert if it looks different now. Only painted ones need to be remembered: the others are their own last look. */
  function refresh(id: string, before: AlertRow | undefined): AlertRow[] {
    const row = rows.get(id);
    if (row === undefined) return [];
    const painted = paint(row);
    if (painted === row) shown.delete(id);
    else shown.set(id, painted);
    return before !== undefined && JSON.stringify(before) === JSON.stringify(painted) ? [] : [painted];
  }

  const get = (id: string) => shown.get(id) ?? rows.get(id);
  const lastLook = new Map<string, AlertRow>();
  let version = 0;

  return {
    put(copies) {
      for (const copy of copies) {
        const before = get(copy.row.id);
        if (before !== undefined && !dirty.has(copy.row.id)) lastLook.set(copy.row.id, before);
        put(copy);
      }
    },
    touch(id) {
      const before = get(id);
      if (before === undefined) return;
      if (!dirty.has(id)) lastLook.set(id, before);
      dirty.add(id);
    },
    flush() {
      const upserts = [...dirty].flatMap((id) => refresh(id, lastLook.get(id)));
      const gone = [...removed];
      for (const id of gone) shown.delete(id);
      lastLook.clear();
      dirty.clear();
      removed.clear();
      if (upserts.length + gone.length > 0) version += 1;
      return { upserts, removed: gone };
    },
    get,
    named(name) {
      const id = prefixes.map((prefix) => prefix + name).find((candidate) => rows.has(candidate));
      return get(id ?? idOfLogName.get(name.toLowerCase()) ?? '');
    },
    all: () => [...rows.keys()].flatMap((id) => get(id) ?? []),
    version: () => version,
  };
}

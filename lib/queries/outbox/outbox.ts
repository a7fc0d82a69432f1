/**
 * What the console could not be told because it did not answer, in the order in which it was said. Kept by the browser,
 * so that neither a reload nor a closed window loses it, and shared by all its windows: each entry has a place of its
 * own, so that two of them never write over each other.
 */
import type { AlertActRequest } from '@/lib/domain/alert/act';
import type { ActRequest } from '@/lib/domain/incident/act';

/** The very requests: sent later with the same command ids, they are still the same acts. */
export type OutboxAct =
  | { kind: 'incidents'; acts: readonly ActRequest[]; reason: string | null }
  | { kind: 'alerts'; acts: readonly AlertActRequest[]; reason: string | null }
  | { kind: 'undoIncidents'; commandIds: readonly string[] }
  | { kind: 'undoAlerts'; commandIds: readonly string[] }
  | { kind: 'comment'; commandId: string; key: string; text: string }
  | { kind: 'alertComment'; commandId: string; id: string; text: string };

/** One thing that was said while the console did not answer. */
export type OutboxEntry = {
  /** Sorts by when it was said. */
  id: string;
  /** UPN of who said it: a browser may serve several people, and nobody may act in another one's name. */
  of: string;
  /** When it was said, the tenant's time. */
  at: string;
  act: OutboxAct;
};

const prefix = 'outbox/';
const kinds: readonly string[] = ['incidents', 'alerts', 'undoIncidents', 'undoAlerts', 'comment', 'alertComment'];
const none: readonly OutboxEntry[] = [];
const listeners = new Set<() => void>();
let known: readonly OutboxEntry[] | null = null;
let latestMs = 0;

/** Only this module writes there; an entry of an older console may have a kind that is no longer known. */
function isEntry(value: unknown): value is OutboxEntry {
  if (typeof value !== 'object' || value === null) return false;
  const kind: unknown = Reflect.get(Object(Reflect.get(value, 'act')), 'kind');
  return (
    ['id', 'of', 'at'].every((name) => typeof Reflect.get(value, name) === 'string') &&
    typeof kind === 'string' &&
    kinds.includes(kind)
  );
}

function entryOf(text: string | null): OutboxEntry[] {
  try {
    const value: unknown = JSON.parse(text ?? 'null');
    return isEntry(value) ? [value] : [];
  } catch (error) {
    // Not written by this console.
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}

function read(): readonly OutboxEntry[] {
  const { localStorage } = window;
  const keys = Array.from({ length: localStorage.length }, (_, at) => localStorage.key(at) ?? '');
  const entries = keys.filter((key) => key.startsWith(prefix)).flatMap((key) => entryOf(localStorage.getItem(key)));
  return entries.length === 0 ? none : entries.sort((left, right) => (left.id < right.id ? -1 : 1));
}

function changed(): void {
  known = null;
  for (const listener of listeners) listener();
}

/** Another window wrote; null when everything was cleared. */
function heard({ key }: StorageEvent): void {
  if (key === null || key.startsWith(prefix)) changed();
}

/** Later than everything that was said in this window before, whatever the clock does. */
function nextId(): string {
  latestMs = Math.max(Date.now(), latestMs + 1);
  const tail = crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
  return `${String(latestMs).padStart(15, '0')}-${tail.toString(16)}`;
}

export const outbox = {
  /** Oldest first. The same array until something changes. */
  get(): readonly OutboxEntry[] {
    known ??= read();
    return known;
  },
  /** On the server there are none. */
  getNone: () => none,
  subscribe(listener: () => void): () => void {
    if (listeners.size === 0) window.addEventListener('storage', heard);
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0) window.removeEventListener('storage', heard);
    };
  },
  /** Whether something of this person waits already: whatever is said next has to wait behind it. */
  holds: (of: string): boolean => outbox.get().some((entry) => entry.of === of),
  /** Throws when the browser has no room for it: then it is not kept. */
  put(entry: Omit<OutboxEntry, 'id'>): void {
    const id = nextId();
    window.localStorage.setItem(prefix + id, JSON.stringify({ id, ...entry }));
    changed();
  },
  remove(id: string): void {
    window.localStorage.removeItem(prefix + id);
    changed();
  },
};

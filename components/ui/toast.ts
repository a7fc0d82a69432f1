/**
 * A short word about something that just happened elsewhere on the page; `components/ui/toaster.tsx` shows it.
 * `showToast('Assigned #12345 to you', { action: { label: 'Undo', run, keys: 'u' }, lastsMs: 10_000 })`,
 * `showToast('…', { tone: 'error', detail: 'why' })`
 */

/** `keys` do the same and are shown with it. */
export type ToastAction = { label: string; run: () => void; keys?: string };

export type Toast = {
  /** A later toast with the same id takes this one's place. */
  id: string;
  title: string;
  tone: 'note' | 'error';
  detail: string | null;
  action: ToastAction | null;
  /** How long a note stays unless it is looked at. */
  lastsMs: number;
  /** Grows with every showing, so that a replaced toast starts its time anew. */
  showing: number;
};

const most = 4;
const noteMs = 6_000;
let toasts: readonly Toast[] = [];
let showings = 0;
const listeners = new Set<() => void>();

function set(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

export const toastStore = {
  get: () => toasts,
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

export function dismissToast(id: string): void {
  set(toasts.filter((toast) => toast.id !== id));
}

export function showToast(
  title: string,
  options: { tone?: 'note' | 'error'; detail?: string; action?: ToastAction; id?: string; lastsMs?: number } = {},
): void {
  showings += 1;
  const toast: Toast = {
    id: options.id ?? `toast-${showings}`,
    title,
    tone: options.tone ?? 'note',
    detail: options.detail ?? null,
    action: options.action ?? null,
    lastsMs: options.lastsMs ?? noteMs,
    showing: showings,
  };
  set([...toasts.filter(({ id }) => id !== toast.id), toast].slice(-most));
}

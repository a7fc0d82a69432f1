/**
 * A short word about something that just happened elsewhere on the page; `components/ui/toaster.tsx` shows it.
 * `showToast('Assigned #12345 to you', { action: { label: 'Undo', run } })`, `showToast('…', { tone: 'error', detail: 'why' })`
 */

export type Toast = {
  /** A later toast with the same id takes this one's place. */
  id: string;
  title: string;
  tone: 'note' | 'error';
  detail: string | null;
  action: { label: string; run: () => void } | null;
  /** Grows with every showing, so that a replaced toast starts its time anew. */
  showing: number;
};

const most = 4;
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
  options: { tone?: 'note' | 'error'; detail?: string; action?: { label: string; run: () => void }; id?: string } = {},
): void {
  showings += 1;
  const toast: Toast = {
    id: options.id ?? `toast-${showings}`,
    title,
    tone: options.tone ?? 'note',
    detail: options.detail ?? null,
    action: options.action ?? null,
    showing: showings,
  };
  set([...toasts.filter(({ id }) => id !== toast.id), toast].slice(-most));
}

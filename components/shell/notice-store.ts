/** The notices of this browser, newest first, and whether they are also told outside of the window. Kept over reloads. */
import type { News } from '@/components/shell/notices';

export type Notice = News & { id: number; at: string; read: boolean };

const most = 50;
const place = 'notices';
const desktopPlace = 'desktop-notices';
const listeners = new Set<() => void>();
const none: readonly Notice[] = [];
let notices: readonly Notice[] | null = null;

function isNotice(value: unknown): value is Notice {
  return (
    typeof value === 'object' &&
    value !== null &&
    ['key', 'text', 'at'].every((name) => typeof Reflect.get(value, name) === 'string') &&
    typeof Reflect.get(value, 'id') === 'number' &&
    typeof Reflect.get(value, 'read') === 'boolean'
  );
}

function kept(): readonly Notice[] {
  const text = window.localStorage.getItem(place);
  if (text === null) return none;
  const value: unknown = JSON.parse(text);
  return Array.isArray(value) ? value.filter(isNotice) : none;
}

function set(next: readonly Notice[]): void {
  notices = next;
  window.localStorage.setItem(place, JSON.stringify(next));
  for (const listener of listeners) listener();
}

export const noticeStore = {
  get(): readonly Notice[] {
    notices ??= kept();
    return notices;
  },
  /** On the server there are none. */
  getNone: () => none,
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  add(news: readonly News[], at: string): void {
    const first = (noticeStore.get()[0]?.id ?? 0) + 1;
    const added = news.map((one, position) => ({ ...one, at, id: first + position, read: false }));
    set([...added.reverse(), ...noticeStore.get()].slice(0, most));
  },
  readAll: () => set(noticeStore.get().map((notice) => ({ ...notice, read: true }))),
  clear: () => set(none),
  wantsDesktop: () => window.localStorage.getItem(desktopPlace) === 'on',
  setDesktop(on: boolean): void {
    window.localStorage.setItem(desktopPlace, on ? 'on' : 'off');
    for (const listener of listeners) listener();
  },
};

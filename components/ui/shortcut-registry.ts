/**
 * The one list of what can be done right now: the keys listen to it, the `?` sheet and the palette show it.
 * A component adds a group while it is mounted; the newest group wins. `keys` are single keys (`j`, `?`, `Escape`), two
 * after another (`g i`), or empty for what only the palette offers. Kept apart from React so that it can be tested.
 */
import { type KeyMap, mappedKeys } from '@/components/ui/key-map';

export type Shortcut = {
  /** The keys that the console came with. */
  keys: string;
  does: string;
  run: () => void;
  /** False for what makes no sense in a list of words, such as moving to the next row. */
  inPalette?: boolean;
};
export type ShortcutGroup = {
  title: string;
  shortcuts: readonly Shortcut[];
  /** What the acts are about at this moment: `#12345 Multi-stage attack`, `3 incidents`. Null when about nothing. */
  about?: () => string | null;
};

/** Keys were pressed that begin something: what may come next. `held` is what happens when nothing does. */
export type PendingKeys = { keys: string; next: readonly { key: string; does: string }[]; held: string | null };

const sequenceMs = 1_000;
/** A key that means something by itself and also begins a sequence waits this long. */
const heldMs = 600;

/** Fields, editors and overlays keep their keys for themselves. */
const ownKeys =
  'input, textarea, select, [contenteditable="true"], [role="textbox"], [role="dialog"], [role="menu"], [role="listbox"], .monaco-editor';

function isForUs(event: KeyboardEvent, letters: boolean): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return false;
  if (event.target instanceof Element && event.target.closest(ownKeys) !== null) return false;
  return letters || event.key.length > 1;
}

export function createShortcutRegistry(now: () => number = Date.now) {
  let groups: readonly ShortcutGroup[] = [];
  let map: KeyMap = {};
  let pending: (PendingKeys & { at: number; timer: ReturnType<typeof setTimeout>; run: (() => void) | null }) | null =
    null;
  const listeners = new Set<() => void>();

  const tell = () => {
    for (const listener of listeners) listener();
  };
  const settle = () => {
    if (pending === null) return;
    clearTimeout(pending.timer);
    pending = null;
    tell();
  };
  const live = () =>
    groups.flatMap(({ shortcuts }) =>
      shortcuts.map((shortcut) => ({ shortcut, keys: mappedKeys(shortcut.keys, map) })),
    );

  /** Remembers the beginning of a sequence; what it means by itself runs when nothing follows. */
  const wait = (keys: string, own: Shortcut | undefined, longer: readonly { shortcut: Shortcut; keys: string }[]) => {
    const end = () => {
      const run = pending?.run;
      settle();
      run?.();
    };
    const next = new Map(longer.map((entry) => [entry.keys.slice(keys.length + 1), entry.shortcut.does]));
    pending = {
      keys,
      next: [...next].map(([key, does]) => ({ key, does })),
      held: own?.does ?? null,
      run: own?.run ?? null,
      at: now(),
      timer: setTimeout(end, own === undefined ? sequenceMs : heldMs),
    };
    tell();
  };

  return {
    groups: () => groups,
    pending: (): PendingKeys | null => pending,
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    /** Chosen keys instead of those that the shortcuts were added with. */
    remap(chosen: KeyMap): void {
      map = chosen;
      tell();
    },
    add(group: ShortcutGroup): () => void {
      groups = [...groups, group];
      tell();
      return () => {
        groups = groups.filter((candidate) => candidate !== group);
        tell();
      };
    },
    /** Runs what a key press means, if anything. `letters: false` keeps only keys that are not a single character. */
    press(event: KeyboardEvent, letters: boolean): void {
      // Shift, Ctrl and their like are pressed before the key that counts.
      if (['Shift', 'Control', 'Alt', 'Meta'].includes(event.key) || !isForUs(event, letters)) return;
      const begun = pending !== null && now() - pending.at < sequenceMs ? pending : null;
      settle();
      const shortcuts = live();
      const find = (keys: string) => shortcuts.findLast((entry) => entry.keys === keys)?.shortcut;
      const sequence = begun === null ? undefined : find(`${begun.keys} ${event.key}`);
      if (sequence !== undefined) {
        event.preventDefault();
        sequence.run();
        return;
      }
      if (begun?.run != null) {
        // Something else followed: the first key is done as if nothing had, but Escape takes it back.
        event.preventDefault();
        if (event.key !== 'Escape') begun.run();
        return;
      }
      const own = find(event.key);
      const longer = shortcuts.filter(({ keys }) => keys.startsWith(`${event.key} `));
      if (own === undefined && longer.length === 0) return;
      event.preventDefault();
      if (longer.length > 0) wait(event.key, own, longer);
      else own?.run();
    },
  };
}

export const shortcutRegistry = createShortcutRegistry();

/**
 * The keys that are alive right now. A component adds a group while it is mounted; the newest group wins.
 * `keys` are single keys (`j`, `?`, `Escape`) or two after another (`g i`). Kept apart from React so that it can be tested.
 */

export type Shortcut = { keys: string; does: string; run: () => void };
export type ShortcutGroup = { title: string; shortcuts: readonly Shortcut[] };

const sequenceMs = 1_000;

/** Fields, editors and overlays keep their keys for themselves. */
const ownKeys =
  'input, textarea, select, [contenteditable="true"], [role="textbox"], [role="dialog"], [role="menu"], [role="listbox"], .monaco-editor';

export function createShortcutRegistry(now: () => number = Date.now) {
  let groups: readonly ShortcutGroup[] = [];
  let pending: { key: string; at: number } | null = null;
  const listeners = new Set<() => void>();

  const changed = (next: readonly ShortcutGroup[]) => {
    groups = next;
    for (const listener of listeners) listener();
  };

  const find = (keys: string): Shortcut | undefined =>
    groups.flatMap((group) => group.shortcuts).findLast((shortcut) => shortcut.keys === keys);

  return {
    groups: () => groups,
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    add(group: ShortcutGroup): () => void {
      changed([...groups, group]);
      return () => changed(groups.filter((candidate) => candidate !== group));
    },
    /** Runs what a key press means, if anything. `letters: false` keeps only keys that are not a single character. */
    press(event: KeyboardEvent, letters: boolean): void {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      if (event.target instanceof Element && event.target.closest(ownKeys) !== null) return;
      if (!letters && event.key.length === 1) return;
      const before = pending !== null && now() - pending.at < sequenceMs ? `${pending.key} ` : '';
      pending = null;
      const shortcut = find(before + event.key) ?? find(event.key);
      if (shortcut !== undefined) {
        event.preventDefault();
        shortcut.run();
        return;
      }
      const starts = groups.some((group) => group.shortcuts.some(({ keys }) => keys.startsWith(`${event.key} `)));
      if (starts) pending = { key: event.key, at: now() };
    },
  };
}

export const shortcutRegistry = createShortcutRegistry();

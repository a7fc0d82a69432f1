/**
 * Keys as they are pressed by this analyst: remapped ones are shown as remapped, switched-off ones not at all.
 * `<Kbd keys="g i" />`: a blank separates keys pressed one after another. `exact` shows the keys as they are given.
 */
'use client';
import { liveKeys } from '@/components/ui/key-map';
import { usePreferences } from '@/components/ui/preferences-provider';

/** A capital letter is pressed with Shift, and says so; after `Ctrl` capitals are only how keys are written. */
function keyWord(key: string, keys: string): string {
  return /^\p{Lu}$/u.test(key) && !/^\p{L}{2}/u.test(keys) ? `⇧${key}` : key;
}

/** The same key may be pressed twice (`g g`), so a place names it. */
function keyed(keys: string): { key: string; place: string }[] {
  return keys.split(' ').map((key, at) => ({ key, place: `${at} ${key}` }));
}

export function Kbd({ keys, exact = false }: { keys: string; exact?: boolean }) {
  const [preferences] = usePreferences();
  const shown = exact ? keys : liveKeys(keys, preferences);
  if (shown === null) return null;
  return (
    <span className="inline-flex shrink-0 items-center gap-0.5">
      {keyed(shown).map(({ key, place }) => (
        <kbd
          key={place}
          className="inline-flex h-4 min-w-4 items-center justify-center rounded-small border border-line bg-panel px-1 font-sans text-[10.5px] text-muted leading-none"
        >
          {keyWord(key, shown)}
        </kbd>
      ))}
    </span>
  );
}

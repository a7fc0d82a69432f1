/** Which acts the palette offers for a text, in which order. Pure, so that it can be tested. */
import type { ShortcutGroup } from '@/components/ui/shortcut-registry';

export type PaletteAct = { does: string; keys: string; run: () => void };
export type PaletteGroup = { title: string; about: string | null; acts: PaletteAct[] };

/** The shell's own acts, which are there on every page. */
export const everywhereTitle = 'Everywhere';
const recentTitle = 'Recent';
const mostRecent = 5;

function matches(text: string): (words: string) => boolean {
  const wanted = text
    .toLowerCase()
    .split(/\s+/u)
    .filter((word) => word !== '');
  return (words) => {
    const lower = words.toLowerCase();
    return wanted.every((word) => lower.includes(word));
  };
}

/** What a page can do stands before what the whole console can; what was chosen lately stands before both. */
export function paletteActs(groups: readonly ShortcutGroup[], text: string, recent: readonly string[]): PaletteGroup[] {
  const fits = matches(text);
  const ofPage = groups.filter(({ title }) => title !== everywhereTitle);
  const ofShell = groups.filter(({ title }) => title === everywhereTitle);
  const offered = [...ofPage.reverse(), ...ofShell].flatMap(({ title, shortcuts, about }): PaletteGroup[] => {
    const acts = shortcuts
      .filter(({ does, inPalette }) => inPalette !== false && fits(`${title} ${does}`))
      .map(({ does, keys, run }) => ({ does, keys, run }));
    return acts.length === 0 ? [] : [{ title, about: about?.() ?? null, acts }];
  });
  const all = new Map(offered.flatMap(({ acts }) => acts.map((act) => [act.does, act])));
  const again = recent.flatMap((does) => all.get(does) ?? []).slice(0, mostRecent);
  return again.length === 0 ? offered : [{ title: recentTitle, about: null, acts: again }, ...offered];
}

/** What this analyst lately chose in the palette, newest first. Kept in this browser; names only, never text of incidents. */

const place = 'recent-acts';
const most = 8;

export function recentActs(): string[] {
  const kept = window.localStorage.getItem(place);
  return kept === null ? [] : kept.split('\n');
}

export function noteAct(does: string): void {
  const acts = [does, ...recentActs().filter((other) => other !== does)].slice(0, most);
  window.localStorage.setItem(place, acts.join('\n'));
}

/**
 * The titles that an incident has had, and why no rule should look for one. `<TitleNote entries={history.entries} />`
 * Draws nothing while the title is the one it began with.
 */
import { MicrosoftPage } from '@/components/vocabulary/microsoft-page';
import { Timestamp } from '@/components/vocabulary/timestamp';
import { UntrustedText } from '@/components/vocabulary/untrusted-text';
import type { HistoryEntry } from '@/lib/domain/incident/history';

export type Rename = { at: string; from: string; to: string };

/** The oldest first; both systems tell of the same one, and it is told once. */
export function renamesIn(entries: readonly HistoryEntry[]): Rename[] {
  const renames = new Map<string, Rename>();
  for (const { what, at, from, to } of entries.toReversed()) {
    if (what !== 'title' || from === null || to === null || from === to) continue;
    const name = `${from}\n${to}`;
    if (!renames.has(name)) renames.set(name, { at, from, to });
  }
  return [...renames.values()];
}

export function TitleNote({ entries }: { entries: readonly HistoryEntry[] }) {
  const renames = renamesIn(entries);
  if (renames.length === 0) return null;
  return (
    <section aria-label="Titles" className="border-b pb-2">
      <h3 className="font-medium">Titles</h3>
      <ol>
        {renames.map(({ at, from, to }) => (
          <li key={`${at} ${to}`} className="wrap-anywhere">
            <span className="text-faint text-small">
              <Timestamp at={at} name="Renamed" />
            </span>{' '}
            <span className="text-muted">
              <UntrustedText text={from} /> →
            </span>{' '}
            <UntrustedText text={to} />
          </li>
        ))}
      </ol>
      <p className="max-w-prose text-muted text-small">
        Defender names an incident anew as alerts join it, so a rule that looks for a title stops matching. Match on the
        analytics rule, the product, tactics or entities instead.{' '}
        <MicrosoftPage href="https://learn.microsoft.com/azure/sentinel/move-to-defender" />
      </p>
    </section>
  );
}

/** What the changes that every noun knows are called when they are told; null when none of them is asked for. */
import type { Wanted } from '@/components/queue/acts/act-noun';
import { statusWords } from '@/components/vocabulary/status';
import { classificationWords } from '@/components/vocabulary/verdict-words';
import { visibleText } from '@/lib/domain/text/visible';

export function changeWords({ status, assignee, verdict }: Wanted): string | null {
  const as = verdict === undefined ? '' : ` as ${classificationWords[verdict.classification].name.toLowerCase()}`;
  if (status !== undefined) return `${statusWords[status].toLowerCase()}${as}`;
  if (assignee === null) return 'unassigned';
  if (assignee !== undefined) return `assigned to ${visibleText(assignee.displayName ?? assignee.name)}`;
  return verdict === undefined ? null : `classified${as}`;
}

/** What can be done to the selected rows at once. Each row is its own command, so one refusal does not stop the others. */
import { X } from 'lucide-react';
import type { EditedField } from '@/components/features/incident-queue/acts/use-editing';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { Kbd } from '@/components/ui/kbd';

type Act = { field: EditedField; words: string; keys: string };

const before: readonly Act[] = [
  { field: 'status', words: 'Status', keys: 's' },
  { field: 'severity', words: 'Severity', keys: 'v' },
  { field: 'assignee', words: 'Assign', keys: 'A' },
];
const after: readonly Act[] = [
  { field: 'tags', words: 'Tag', keys: 't' },
  { field: 'comment', words: 'Comment', keys: 'c' },
  { field: 'resolve', words: 'Resolve', keys: 'e' },
  { field: 'merge', words: 'Merge', keys: 'm' },
];

export function SelectionBar({
  count,
  onEdit,
  onAssignToMe,
  onClear,
}: {
  count: number;
  onEdit: (field: EditedField) => void;
  onAssignToMe: (() => void) | undefined;
  onClear: () => void;
}) {
  if (count === 0) return null;
  return (
    <div
      role="toolbar"
      aria-label="Selected incidents"
      className="flex min-h-9 shrink-0 flex-wrap items-center gap-1.5 border-b bg-selected px-4 py-1"
    >
      <span className="mr-2 font-medium">{count} selected</span>
      {before.map(({ field, words, keys }) => (
        <Button key={field} size="small" onClick={() => onEdit(field)}>
          {words} <Kbd keys={keys} />
        </Button>
      ))}
      {onAssignToMe === undefined ? null : (
        <Button size="small" onClick={onAssignToMe}>
          Assign to me <Kbd keys="a" />
        </Button>
      )}
      {after.map(({ field, words, keys }) => (
        <Button key={field} size="small" onClick={() => onEdit(field)}>
          {words} <Kbd keys={keys} />
        </Button>
      ))}
      <span className="flex-1" />
      <IconButton label="Clear selection" icon={X} keys="Esc" onClick={onClear} />
    </div>
  );
}

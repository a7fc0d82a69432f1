/** What can be done to the selected rows at once. Each row is its own command, so one refusal does not stop the others. */
import { X } from 'lucide-react';
import { Fragment } from 'react';
import type { SelectionAct } from '@/components/queue/queue-kind';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { Kbd } from '@/components/ui/kbd';

export function SelectionBar<Field extends string>({
  many,
  count,
  acts,
  onEdit,
  onAssignToMe,
  onClear,
}: {
  /** `incidents`. */
  many: string;
  count: number;
  acts: readonly SelectionAct<Field>[];
  onEdit: (field: Field) => void;
  /** Stands behind the button that assigns to somebody. */
  onAssignToMe: (() => void) | undefined;
  onClear: () => void;
}) {
  if (count === 0) return null;
  return (
    <div
      role="toolbar"
      aria-label={`Selected ${many}`}
      className="flex min-h-9 shrink-0 flex-wrap items-center gap-1.5 border-b bg-selected px-4 py-1"
    >
      <span className="mr-2 font-medium">{count.toLocaleString('en')} selected</span>
      {acts.map(({ field, words, keys }) => (
        <Fragment key={field}>
          <Button size="small" onClick={() => onEdit(field)}>
            {words} <Kbd keys={keys} />
          </Button>
          {field !== 'assignee' || onAssignToMe === undefined ? null : (
            <Button size="small" onClick={onAssignToMe}>
              Assign to me <Kbd keys="a" />
            </Button>
          )}
        </Fragment>
      ))}
      <span className="flex-1" />
      <IconButton label="Clear selection" icon={X} keys="Esc" onClick={onClear} />
    </div>
  );
}

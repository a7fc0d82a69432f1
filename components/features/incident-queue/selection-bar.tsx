/** What can be done to the selected rows at once. Each row is its own command, so one refusal does not stop the others. */
import { X } from 'lucide-react';
import type { EditedField } from '@/components/features/incident-queue/acts/use-editing';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';

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
      className="flex h-9 shrink-0 items-center gap-1.5 border-b bg-selected px-4"
    >
      <span className="mr-2 font-medium">{count} selected</span>
      <Button size="small" onClick={() => onEdit('status')}>
        Status
      </Button>
      <Button size="small" onClick={() => onEdit('severity')}>
        Severity
      </Button>
      <Button size="small" onClick={() => onEdit('assignee')}>
        Assign
      </Button>
      {onAssignToMe === undefined ? null : (
        <Button size="small" onClick={onAssignToMe}>
          Assign to me
        </Button>
      )}
      <Button size="small" onClick={() => onEdit('resolve')}>
        Resolve
      </Button>
      <span className="flex-1" />
      <IconButton label="Clear selection" icon={X} keys="Esc" onClick={onClear} />
    </div>
  );
}

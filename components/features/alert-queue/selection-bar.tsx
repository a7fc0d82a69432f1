/** What can be done to the selected alerts at once. Each is an act of its own, so one refusal does not stop the others. */
import { X } from 'lucide-react';
import type { QueueActing } from '@/components/features/alert-queue/acts/use-queue-acting';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';

export function SelectionBar({ count, acting, onClear }: { count: number; acting: QueueActing; onClear: () => void }) {
  if (count === 0) return null;
  return (
    <div
      role="toolbar"
      aria-label="Selected alerts"
      className="flex h-9 shrink-0 items-center gap-1.5 overflow-x-auto border-b bg-selected px-4"
    >
      <span className="mr-2 shrink-0 font-medium">{count.toLocaleString('en')} selected</span>
      <Button size="small" onClick={() => acting.edit('status')}>
        Status
      </Button>
      <Button size="small" onClick={() => acting.edit('assignee')}>
        Assign
      </Button>
      {acting.assignToMe === undefined ? null : (
        <Button size="small" onClick={acting.assignToMe}>
          Assign to me
        </Button>
      )}
      <Button size="small" onClick={() => acting.edit('comment')}>
        Comment
      </Button>
      <Button size="small" onClick={() => acting.edit('resolve')}>
        Resolve
      </Button>
      <span className="flex-1" />
      <IconButton label="Clear selection" icon={X} keys="Esc" onClick={onClear} />
    </div>
  );
}

/** One task: whether it is done, what it says, who wrote it, and how far a change of ours has come. */
import clsx from 'clsx';
import { CircleX, Clock3 } from 'lucide-react';
import { useId, useState } from 'react';
import { TaskForm } from '@/components/features/incident-page/tasks/task-form';
import type { TaskActs } from '@/components/features/incident-page/tasks/use-task-acts';
import { Button } from '@/components/ui/button';
import { Timestamp } from '@/components/vocabulary/timestamp';
import { UntrustedText } from '@/components/vocabulary/untrusted-text';
import { type IncidentTask, taskFields } from '@/lib/domain/incident/task';

function Provenance({ task }: { task: IncidentTask }) {
  const { status, createdAt, createdBy, changedAt, changedBy } = task;
  const later = changedAt !== null && createdAt !== null && changedAt > createdAt;
  return (
    <p className="text-muted text-small">
      {createdAt === null ? (
        'Not in Sentinel yet'
      ) : (
        <>
          Added <Timestamp at={createdAt} name="Added" /> by <UntrustedText text={createdBy ?? 'somebody not named'} />
        </>
      )}
      {later ? (
        <>
          {' · '}
          {status === 'completed' ? 'completed' : 'changed'} <Timestamp at={changedAt} name="Changed" /> by{' '}
          <UntrustedText text={changedBy ?? 'somebody not named'} />
        </>
      ) : null}
    </p>
  );
}

function Progress({ task, onAgain }: { task: IncidentTask; onAgain: (commandId: string) => void }) {
  const { state, removing, reason, commandId } = task;
  if (state === 'confirmed') return null;
  if (state === 'pending')
    return (
      <p className="inline-flex items-center gap-1 text-pending text-small">
        <Clock3 aria-hidden className="size-3" />
        {removing ? 'Being removed from Sentinel' : 'On its way to Sentinel'}
        {reason === null ? null : (
          <>
            : <UntrustedText text={reason} />
          </>
        )}
      </p>
    );
  return (
    <div role="alert" className="flex flex-wrap items-center gap-2">
      <span className="inline-flex items-center gap-1 text-danger">
        <CircleX aria-hidden className="size-3" />
        Not done: <UntrustedText text={reason ?? 'no reason was given'} />
      </span>
      {commandId === null ? null : (
        <Button size="small" onClick={() => onAgain(commandId)}>
          Send again
        </Button>
      )}
    </div>
  );
}

export function TaskRow({
  task,
  acts,
}: {
  task: IncidentTask;
  /** Null: nothing can be changed here. */
  acts: TaskActs | null;
}) {
  const id = useId();
  const [editing, setEditing] = useState(false);
  const done = task.status === 'completed';
  const before = taskFields(task);
  const busy = task.state === 'pending' && task.removing;
  if (editing && acts !== null)
    return (
      <li className="border-b">
        <TaskForm
          label="Edit the task"
          act="Save"
          words={task}
          onCancel={() => setEditing(false)}
          onSubmit={(words) => {
            setEditing(false);
            acts.change({ taskId: task.id, before, wanted: { ...before, ...words } }, 'Task changed');
          }}
        />
      </li>
    );
  return (
    <li className={clsx('flex items-start gap-x-3 border-b px-4 py-2', busy && 'opacity-60')}>
      {acts === null ? (
        <span className={clsx('w-20 shrink-0', done ? 'text-good' : 'text-muted')}>{done ? 'Completed' : 'Open'}</span>
      ) : (
        // The label makes it as large as a finger needs.
        <label className="-m-1 flex size-6 shrink-0 items-center justify-center">
          <input
            type="checkbox"
            checked={done}
            disabled={busy}
            aria-label="Completed"
            aria-describedby={`${id}-title`}
            onChange={() =>
              acts.change(
                { taskId: task.id, before, wanted: { ...before, status: done ? 'open' : 'completed' } },
                done ? 'Task open again' : 'Task completed',
              )
            }
            className="size-4 accent-accent"
          />
        </label>
      )}
      <div className="min-w-0 flex-1">
        <h3 id={`${id}-title`} className={clsx('break-words font-medium', done && 'text-muted line-through')}>
          <UntrustedText text={task.title} />
        </h3>
        {task.description === null ? null : (
          <p className="max-w-3xl whitespace-pre-wrap break-words">
            <UntrustedText text={task.description} />
          </p>
        )}
        <Provenance task={task} />
        <Progress task={task} onAgain={(commandId) => acts?.again(commandId)} />
      </div>
      {acts === null || busy ? null : (
        <span className="flex shrink-0 gap-1">
          <Button tone="quiet" size="small" aria-describedby={`${id}-title`} onClick={() => setEditing(true)}>
            Edit
          </Button>
          <Button
            tone="quiet"
            size="small"
            aria-describedby={`${id}-title`}
            onClick={() => acts.change({ taskId: task.id, before, wanted: null }, 'Task removed')}
          >
            Remove
          </Button>
        </span>
      )}
    </li>
  );
}

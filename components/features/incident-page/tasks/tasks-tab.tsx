/** What is still to be done about the incident. Sentinel keeps tasks: here they are listed, and changed where it alone has the incident. */
import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { BlockedActs } from '@/components/features/incident-page/header/blocked-acts';
import { PartFailures } from '@/components/features/incident-page/part-failures';
import { TaskForm } from '@/components/features/incident-page/tasks/task-form';
import { TaskRow } from '@/components/features/incident-page/tasks/task-row';
import { useTaskActs } from '@/components/features/incident-page/tasks/use-task-acts';
import { Button } from '@/components/ui/button';
import { Skeleton } from '@/components/ui/skeleton';
import { PortalLink } from '@/components/vocabulary/portal-link';
import { incidentCan } from '@/lib/domain/incident/capabilities';
import type { Incident } from '@/lib/domain/incident/incident';
import { type IncidentTask, mostTasks } from '@/lib/domain/incident/task';
import { newTaskId, taskQueries } from '@/lib/queries/tasks';

const noWords = { title: '', description: null };

function doneText(tasks: readonly IncidentTask[]): string {
  const done = tasks.filter(({ status }) => status === 'completed').length;
  return `${done} of ${tasks.length} completed`;
}

export function TasksTab({ incident }: { incident: Incident }) {
  const { data, error } = useQuery(taskQueries.of(incident.key));
  const [adding, setAdding] = useState(false);
  const acts = useTaskActs(incident.key);
  const capability = incidentCan.changeTasks(incident);
  const tasks = data?.tasks ?? [];
  const full = tasks.length >= mostTasks;
  return (
    <>
      <h2 className="sr-only">Tasks</h2>
      <BlockedActs names={['Add a task', 'Complete a task', 'Edit a task', 'Remove a task']} capability={capability}>
        {incident.sentinel === null ? null : (
          <PortalLink url={incident.sentinel.webUrl}>Change them in Sentinel</PortalLink>
        )}
      </BlockedActs>
      <PartFailures failures={data?.failure ? [data.failure] : []} part="tasks" inBoth={false} />
      {error === null ? null : <p className="px-4 py-2 text-danger">The tasks could not be read: {error.message}</p>}
      {data === undefined && error === null ? <Skeleton className="mx-4 my-3 w-2/3" /> : null}
      {capability.allowed && data !== undefined ? (
        adding ? (
          <TaskForm
            label="Add a task"
            act="Add"
            words={noWords}
            onCancel={() => setAdding(false)}
            onSubmit={(words) => {
              setAdding(false);
              acts.change({ taskId: newTaskId(), before: null, wanted: { ...words, status: 'open' } }, 'Task added');
            }}
          />
        ) : (
          <p className="flex flex-wrap items-center gap-3 border-b px-4 py-2">
            <Button icon={Plus} disabled={full} onClick={() => setAdding(true)}>
              Add a task
            </Button>
            <span className="text-muted">
              {full ? `Sentinel keeps at most ${mostTasks} tasks of an incident.` : null}
              {full || tasks.length === 0 ? null : doneText(tasks)}
            </span>
          </p>
        )
      ) : null}
      {data !== undefined && tasks.length === 0 && data.failure === null ? (
        <p className="px-4 py-6 text-muted">
          {incident.sentinel === null
            ? 'Only Defender has this incident, and it keeps no tasks.'
            : 'Nobody has written a task, and no automation rule has added one.'}
        </p>
      ) : null}
      {tasks.length === 0 ? null : (
        <ul aria-label="Tasks, oldest first">
          {tasks.map((task) => (
            <TaskRow key={task.id} task={task} acts={capability.allowed ? acts : null} />
          ))}
        </ul>
      )}
    </>
  );
}

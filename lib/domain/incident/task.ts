/** What somebody still has to do about an incident. Sentinel keeps tasks and Defender never hears of them. */
import type { Command } from '@/lib/domain/incident/command';
import type { PartFailure } from '@/lib/domain/incident/incident-detail';
import { utc, utcOrNull } from '@/lib/domain/text/utc';
import type { SentinelTask } from '@/lib/wire/sentinel/task';

/** Ours for Sentinel's `New` and `Completed`. */
export const taskStatuses = ['open', 'completed'] as const;
export type TaskStatus = (typeof taskStatuses)[number];

/** What an analyst says about a task. */
export type TaskFields = { title: string; description: string | null; status: TaskStatus };

/** A task as Sentinel has it, with our latest change painted over it. */
export type IncidentTask = TaskFields & {
  /** Sentinel's name of it: a GUID, or whatever an automation chose. */
  id: string;
  /** Null: not in Sentinel yet. */
  createdAt: string | null;
  createdBy: string | null;
  changedAt: string | null;
  changedBy: string | null;
  /** How far the latest change of ours has come. */
  state: 'confirmed' | 'pending' | 'refused';
  /** Being removed, or refused to be. */
  removing: boolean;
  commandId: string | null;
  /** Why it waits or was refused. */
  reason: string | null;
};

/** The tasks of one incident, with what analysts asked for painted over them. */
export type IncidentTasks = {
  tasks: IncidentTask[];
  /** Sentinel could not be asked, since when; the tasks are then those of its last good answer. */
  failure: PartFailure | null;
};

/** https://learn.microsoft.com/azure/sentinel/sentinel-service-limits */
export const mostTasks = 40;

/** Characters. */
export const longestTaskTitle = 150;

/** Characters. */
export const longestTaskDescription = 3_000;

/** `before` null: a new task; `wanted` null: it shall go. */
export type TaskChange = { taskId: string; before: TaskFields | null; wanted: TaskFields | null };

/** The commands that make, change or remove a task. */
export type TaskCommand = Command & { act: Extract<Command['act'], { kind: 'task' }> };

/** Only what an analyst says of a task. */
export const taskFields = ({ title, description, status }: TaskFields): TaskFields => ({ title, description, status });

/** A description without text becomes null. */
export function taskFromSentinel({ name, properties }: SentinelTask): IncidentTask {
  const { title, description, status, createdBy, lastModifiedBy } = properties;
  return {
    id: name,
    title,
    description: description || null,
    status: status === 'Completed' ? 'completed' : 'open',
    createdAt: utc(properties.createdTimeUtc),
    createdBy: createdBy?.name || createdBy?.userPrincipalName || null,
    changedAt: utcOrNull(properties.lastModifiedTimeUtc),
    changedBy: lastModifiedBy?.name || lastModifiedBy?.userPrincipalName || null,
    state: 'confirmed',
    removing: false,
    commandId: null,
    reason: null,
  };
}

/** The list with one change painted over it, as it will be or as it was refused. */
export function paintTask(
  tasks: readonly IncidentTask[],
  { taskId, before, wanted }: TaskChange,
  painted: { state: 'pending' | 'refused'; commandId: string | null; reason: string | null; at: string; by: string },
): IncidentTask[] {
  const { state, commandId, reason, at, by } = painted;
  const marks = { state, commandId, reason, removing: wanted === null };
  const known = tasks.find(({ id }) => id === taskId);
  if (known === undefined) {
    // One that was removed meanwhile is not painted back, except by whoever makes it.
    if (wanted === null || before !== null) return [...tasks];
    return [
      ...tasks,
      { ...wanted, ...marks, id: taskId, createdAt: null, createdBy: by, changedAt: at, changedBy: by },
    ];
  }
  // What was refused is told beside what Sentinel still says.
  const fields = state === 'pending' && wanted !== null ? wanted : taskFields(known);
  return tasks.map((task) => (task === known ? { ...task, ...fields, ...marks } : task));
}

/** What Sentinel lists with the commands painted over it that are not through; `commands` are oldest first. */
export function withTaskCommands(tasks: readonly IncidentTask[], commands: readonly TaskCommand[]): IncidentTask[] {
  const latest = new Map(commands.map((command) => [command.act.taskId, command]));
  let painted = [...tasks];
  for (const command of latest.values()) {
    if (command.state === 'confirmed') continue;
    painted = paintTask(painted, command.act, {
      state: command.state === 'refused' ? 'refused' : 'pending',
      commandId: command.id,
      reason: command.failure?.message ?? null,
      at: command.createdAt,
      by: command.by.displayName ?? command.by.name,
    });
  }
  return painted;
}

/** What is written: what others changed meanwhile stays, except what this change is about. */
export function mergedTask(current: TaskFields | null, { before, wanted }: TaskChange): TaskFields | null {
  if (wanted === null || current === null || before === null) return wanted;
  return {
    title: wanted.title === before.title ? current.title : wanted.title,
    description: wanted.description === before.description ? current.description : wanted.description,
    status: wanted.status === before.status ? current.status : wanted.status,
  };
}

/** Why a change must not be made: the same words were changed by somebody else since they were read. */
export function taskObjection(current: TaskFields | null, { before, wanted }: TaskChange): string | null {
  if (before === null) return null;
  if (current === null) return wanted === null ? null : 'Somebody removed the task meanwhile';
  for (const field of ['title', 'description', 'status'] as const) {
    if (current[field] === before[field] || current[field] === wanted?.[field]) continue;
    if (wanted !== null && wanted[field] === before[field]) continue;
    return `Somebody changed its ${field} to “${current[field] ?? 'nothing'}” meanwhile`;
  }
  return null;
}

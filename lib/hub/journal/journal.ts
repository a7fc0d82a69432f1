/**
 * What analysts asked for, in memory and in the store. A command is in the store before this module tells anybody that
 * it exists; every change of state is in the store before anybody acts on it.
 */
import { type AlertChangeCommand, isAlertChange } from '@/lib/domain/alert/alert-command';
import { type Command, type CommandState, endedBy } from '@/lib/domain/incident/command';
import type { SyncedField } from '@/lib/domain/incident/incident';
import { changedFields } from '@/lib/domain/incident/paint';
import { type ChangeCommand, isChange } from '@/lib/domain/incident/sync-state';
import type { TaskCommand } from '@/lib/domain/incident/task';
import type { System } from '@/lib/domain/source/source';
import type { Store } from '@/lib/store/store';

/** The commands that add a comment to an incident. */
export type CommentCommand = Command & { act: Extract<Command['act'], { kind: 'comment' }> };

/** A command in its new state; `note` goes into its record in the store. */
export type JournalStep = { command: Command; note?: string };

/** The commands that put incidents together. */
export type MergeCommand = Command & { act: Extract<Command['act'], { kind: 'merge' }> };

export type Journal = {
  /**
   * Stores commands together; those whose id is known already are left as they are. False when another process has
   * written since this one last looked: nothing is stored then, and what was decided must be decided anew.
   */
  add(commands: readonly Command[]): Promise<boolean>;
  update(steps: readonly JournalStep[]): Promise<void>;
  /** Learns what other processes wrote; answers the keys of the incidents concerned. */
  catchUp(): Promise<string[]>;
  get(id: string): Command | undefined;
  /** Also those that are settled and forgotten here. Unknown ids are left out. */
  find(ids: readonly string[]): Promise<Command[]>;
  changesOf(key: string): readonly ChangeCommand[];
  commentsOf(key: string): readonly CommentCommand[];
  tasksOf(key: string): readonly TaskCommand[];
  /** Of an alert's key, oldest first. */
  alertChangesOf(key: string): readonly AlertChangeCommand[];
  /** The latest change of a field that was not refused. */
  latestChange(key: string, field: SyncedField): ChangeCommand | undefined;
  /** The command that takes this one back, if one does. */
  undoing(id: string): Command | undefined;
  /** Commands that still have to go out, oldest first. */
  unsent(key: string): Command[];
  /** Keys with unsent commands. */
  waitingKeys(): string[];
  /** How many commands still have to go out to this system. */
  backlog(system: System): number;
  /** Changes that their owner accepted and that are not yet seen everywhere. */
  accepted(): ChangeCommand[];
  /** The same for merges. */
  acceptedMerges(): MergeCommand[];
  /** The merge with which this incident is about to end; undefined when there is none under way. */
  mergeOf(key: string): Command | undefined;
  /** Every key that a remembered command has. */
  keys(): string[];
  /** The incident goes on under another key. */
  rekey(from: string, to: string): Promise<void>;
};

/**
 * Settled commands that are remembered: their marks stay on the incidents through a restart. A number and not a time,
 * because a process that has just started may not know Microsoft's time yet.
 */
const remembered = 5_000;

const isMerge = (command: Command): command is MergeCommand => command.act.kind === 'merge';
const isComment = (command: Command): command is CommentCommand => command.act.kind === 'comment';
const isTask = (command: Command): command is TaskCommand => command.act.kind === 'task';
const toSend: readonly CommandState[] = ['queued', 'sending'];

/** The incidents that look different because of a command: the ones that a merge ends, too. */
export function touchedBy({ incidentKey, act }: Command): string[] {
  return [...new Set([incidentKey, ...(act.kind === 'merge' ? [act.survivor] : []), ...endedBy(act)])];
}

/** With the last settled commands and all that are under way. Rejects when the store does. */
export async function openJournal(store: Store['commands'], now: () => Date): Promise<Journal> {
  const byId = new Map<string, Command>();
  const idsOfKey = new Map<string, string[]>();
  /** The newest event of the store that is known here. */
  let seq = 0;
  /** Merges under way, by the key of each incident that ends with one. */
  const merging = new Map<string, Command>();

  /** Defender decides which incident stays, so a command may end others than it was to end at first. */
  function noteEnds(before: Command | undefined, command: Command): void {
    for (const key of before === undefined ? [] : endedBy(before.act))
      if (merging.get(key)?.id === command.id) merging.delete(key);
    if (command.state === 'confirmed' || command.state === 'refused') return;
    for (const key of endedBy(command.act)) merging.set(key, command);
  }

  function remember(command: Command): void {
    const before = byId.get(command.id);
    byId.set(command.id, command);
    noteEnds(before, command);
    if (before?.incidentKey === command.incidentKey) return;
    if (before !== undefined) forgetAt(before.incidentKey, command.id);
    const ids = idsOfKey.get(command.incidentKey);
    if (ids === undefined) idsOfKey.set(command.incidentKey, [command.id]);
    else ids.push(command.id);
  }
  function forgetAt(key: string, id: string): void {
    const ids = (idsOfKey.get(key) ?? []).filter((other) => other !== id);
    if (ids.length === 0) idsOfKey.delete(key);
    else idsOfKey.set(key, ids);
  }
  function of(key: string): Command[] {
    return (idsOfKey.get(key) ?? []).flatMap((id) => byId.get(id) ?? []);
  }
  const unsent = (key: string) => of(key).filter((command) => toSend.includes(command.state));

  const known = await store.latest(remembered);
  for (const command of known.commands) remember(command);
  seq = known.seq;

  return {
    async add(commands) {
      const fresh = commands.filter((command) => !byId.has(command.id));
      if (fresh.length === 0) return true;
      const reply = await store.add(fresh, seq);
      if (reply === null) return false;
      seq = reply.seq;
      for (const command of fresh) if (reply.added.has(command.id)) remember(command);
      return true;
    },
    async update(steps) {
      const at = now().toISOString();
      const newest = await store.update(steps.map(({ command, note }) => ({ command, at, note: note ?? null })));
      // Otherwise somebody else wrote in between: catching up reads that, and this once more.
      if (newest === seq + steps.length) seq = newest;
      for (const { command } of steps) remember(command);
    },
    async catchUp() {
      const part = await store.movedSince(seq);
      seq = part.seq;
      for (const command of part.commands) remember(command);
      return [...new Set(part.commands.flatMap(touchedBy))];
    },
    get: (id) => byId.get(id),
    async find(ids) {
      const unknown = ids.filter((id) => !byId.has(id));
      const stored = new Map((await store.get(unknown)).map((command) => [command.id, command]));
      return ids.flatMap((id) => byId.get(id) ?? stored.get(id) ?? []);
    },
    changesOf: (key) => of(key).filter(isChange),
    commentsOf: (key) => of(key).filter(isComment),
    tasksOf: (key) => of(key).filter(isTask),
    alertChangesOf: (key) => of(key).filter(isAlertChange),
    latestChange: (key, field) =>
      of(key)
        .filter(isChange)
        .findLast((command) => command.state !== 'refused' && changedFields(command.act.changes).includes(field)),
    undoing: (id) => {
      const command = byId.get(id);
      const siblings = command === undefined ? [] : of(command.incidentKey);
      return siblings.findLast((sibling) => sibling.undoes === id && sibling.state !== 'refused');
    },
    unsent,
    backlog: (system) =>
      [...byId.values()].filter((command) => command.owner === system && toSend.includes(command.state)).length,
    waitingKeys: () => [...idsOfKey.keys()].filter((key) => unsent(key).length > 0),
    mergeOf: (key) => merging.get(key),
    acceptedMerges: () => [...byId.values()].filter(isMerge).filter((command) => command.state === 'accepted'),
    accepted: () => [...byId.values()].filter(isChange).filter((command) => command.state === 'accepted'),
    keys: () => [...idsOfKey.keys()],
    async rekey(from, to) {
      for (const command of of(from)) remember({ ...command, incidentKey: to });
      await store.rekey(from, to);
    },
  };
}

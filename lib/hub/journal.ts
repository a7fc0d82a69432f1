/**
 * What analysts asked for, in memory and in the store. A command is in the store before this module tells anybody that
 * it exists; every change of state is in the store before anybody acts on it.
 */
import type { Command, CommandState } from '@/lib/domain/incident/command';
import type { ChangeCommand } from '@/lib/domain/incident/sync-state';
import type { Store } from '@/lib/store/store';

export type CommentCommand = Command & { act: Extract<Command['act'], { kind: 'comment' }> };

export type Journal = {
  /** False when a command with this id is already known. */
  add(command: Command): Promise<boolean>;
  update(command: Command, note?: string): Promise<void>;
  get(id: string): Command | undefined;
  changesOf(key: string): readonly ChangeCommand[];
  commentsOf(key: string): readonly CommentCommand[];
  /** Commands that still have to go out, oldest first. */
  unsent(key: string): Command[];
  /** Keys with unsent commands. */
  waitingKeys(): string[];
  /** Changes that their owner accepted and that are not yet seen everywhere. */
  accepted(): ChangeCommand[];
  /** The incident goes on under another key. */
  rekey(from: string, to: string): void;
};

/** Settled commands are remembered for a day: their marks stay on the incidents through a restart. */
const rememberedMs = 24 * 3_600_000;

const isChange = (command: Command): command is ChangeCommand => command.act.kind === 'change';
const isComment = (command: Command): command is CommentCommand => command.act.kind === 'comment';
const toSend: readonly CommandState[] = ['queued', 'sending'];

export async function openJournal(store: Store['commands'], now: () => Date): Promise<Journal> {
  const byId = new Map<string, Command>();
  const idsOfKey = new Map<string, string[]>();

  function remember(command: Command): void {
    if (!byId.has(command.id)) {
      idsOfKey.set(command.incidentKey, [...(idsOfKey.get(command.incidentKey) ?? []), command.id]);
    }
    byId.set(command.id, command);
  }
  function of(key: string): Command[] {
    return (idsOfKey.get(key) ?? []).flatMap((id) => byId.get(id) ?? []);
  }
  const unsent = (key: string) => of(key).filter((command) => toSend.includes(command.state));

  const since = new Date(now().getTime() - rememberedMs).toISOString();
  for (const command of await store.recent(since)) remember(command);

  return {
    async add(command) {
      if (byId.has(command.id) || !(await store.add(command))) return false;
      remember(command);
      return true;
    },
    async update(command, note) {
      await store.update(command, now().toISOString(), note ?? null);
      byId.set(command.id, command);
    },
    get: (id) => byId.get(id),
    changesOf: (key) => of(key).filter(isChange),
    commentsOf: (key) => of(key).filter(isComment),
    unsent,
    waitingKeys: () => [...idsOfKey.keys()].filter((key) => unsent(key).length > 0),
    accepted: () => [...byId.values()].filter(isChange).filter((command) => command.state === 'accepted'),
    rekey(from, to) {
      const ids = idsOfKey.get(from);
      if (ids === undefined) return;
      idsOfKey.delete(from);
      idsOfKey.set(to, [...(idsOfKey.get(to) ?? []), ...ids]);
      for (const id of ids) {
        const command = byId.get(id);
        if (command !== undefined) byId.set(id, { ...command, incidentKey: to });
      }
    },
  };
}

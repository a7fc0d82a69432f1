/** The tasks of incidents: what Sentinel lists, and acts upon them, which go through the journal as all acts do. */
import type { ActOutcome } from '@/lib/domain/incident/act';
import { incidentCan } from '@/lib/domain/incident/capabilities';
import type { Command } from '@/lib/domain/incident/command';
import type { Hub } from '@/lib/hub/hub';
import type { DetailParts } from '@/lib/hub/incident/detail-parts';
import { type Detail, found } from '@/lib/hub/incident/incident-parts';
import { readTasks } from '@/lib/hub/incident/tasks';
import type { Acts } from '@/lib/hub/journal/acts';
import type { Journal } from '@/lib/hub/journal/journal';
import { newCommand } from '@/lib/hub/journal/new-command';
import type { Mirror } from '@/lib/hub/mirror/mirror';

/** `parts` keeps what Sentinel listed, `journal` what is still on its way there. */
export type TaskDeskOptions = {
  journal: Pick<Journal, 'get' | 'tasksOf'>;
  mirror: Pick<Mirror, 'get'>;
  acts: Acts;
  parts: DetailParts;
  detail: Detail;
  now: () => Date;
};

/** `tasks` rejects with `notFound` for an unknown incident; `changeTask` answers an outcome. */
export function createTaskDesk(options: TaskDeskOptions): Pick<Hub, 'tasks' | 'changeTask'> {
  const { journal, mirror, acts, parts, detail, now } = options;
  return {
    async tasks(key) {
      const { incident } = await found(detail, key);
      return readTasks(incident, parts, journal.tasksOf(incident.key));
    },
    async changeTask({ commandId, key, ...change }, by) {
      const draft = (): Command | ActOutcome => {
        const known = journal.get(commandId);
        if (known !== undefined) return acts.stored(known);
        const incident = mirror.get(key);
        const refused = (reason: string): ActOutcome => ({ outcome: 'refused', commandId, key, reason });
        if (incident === undefined) return refused(`There is no incident ${key} in Defender or Sentinel.`);
        const capability = incidentCan.changeTasks(incident);
        if (!capability.allowed) return refused(capability.reason);
        const act = { kind: 'task', ...change } as const;
        return newCommand({ id: commandId, incidentKey: key, act, by, at: now(), owner: 'sentinel' });
      };
      const [outcome] = await acts.take([draft]);
      if (outcome === undefined) throw new Error('one act has one outcome');
      return outcome;
    },
  };
}

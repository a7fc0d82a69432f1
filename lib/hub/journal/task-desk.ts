/** The tasks of incidents: what Sentinel lists, and acts upon them, which go through the journal as all acts do. */
import { incidentCan } from '@/lib/domain/incident/capabilities';
import type { Hub } from '@/lib/hub/hub';
import { noIncident } from '@/lib/hub/hub-error';
import type { DetailParts } from '@/lib/hub/incident/detail-parts';
import { type Detail, found } from '@/lib/hub/incident/incident-parts';
import { readTasks } from '@/lib/hub/incident/tasks';
import type { Acts } from '@/lib/hub/journal/acts';
import type { Journal } from '@/lib/hub/journal/journal';
import { newCommand } from '@/lib/hub/journal/new-command';
import type { Mirror } from '@/lib/hub/mirror/mirror';

/** `parts` keeps what Sentinel listed, `journal` what is still on its way there. */
export type TaskDeskOptions = {
  journal: Pick<Journal, 'tasksOf'>;
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
      const draft = acts.draft({ commandId, key }, (refused) => {
        const incident = mirror.get(key);
        if (incident === undefined) return refused(noIncident(key));
        const capability = incidentCan.changeTasks(incident);
        if (!capability.allowed) return refused(capability.reason);
        const act = { kind: 'task', ...change } as const;
        return newCommand({ id: commandId, incidentKey: key, act, by, at: now(), owner: 'sentinel' });
      });
      return acts.takeOne(draft);
    },
  };
}

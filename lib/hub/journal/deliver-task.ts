/** Delivering a change of a task. Sentinel replaces a task whole, so it is read first and what others wrote is kept. */
import type { Api } from '@/lib/api/api';
import { ApiError } from '@/lib/api/transport/api-error';
import {
  mergedTask,
  type TaskChange,
  type TaskFields,
  taskFields,
  taskFromSentinel,
  taskObjection,
} from '@/lib/domain/incident/task';
import { HubError } from '@/lib/hub/hub-error';
import type { SentinelTask } from '@/lib/wire/sentinel/task';

/** Another writer between our reading and our PUT: read again and apply again, this often in one attempt. */
const staleEtagTries = 5;

const same = (one: TaskFields, other: TaskFields): boolean =>
  one.title === other.title && one.description === other.description && one.status === other.status;

/** `name` is Sentinel's GUID of the incident. Rejects with a HubError when somebody else was quicker. */
export async function deliverTask(api: Api, name: string, change: TaskChange): Promise<void> {
  const tasks = api.sentinel.tasks(name);
  const read = async (): Promise<SentinelTask | null> => {
    try {
      return await tasks.get(change.taskId);
    } catch (error) {
      if (error instanceof ApiError && error.status === 404) return null;
      throw error;
    }
  };
  for (let tries = 1; ; tries += 1) {
    const found = await read();
    const current = found === null ? null : taskFields(taskFromSentinel(found));
    const objection = taskObjection(current, change);
    if (objection !== null) throw new HubError('notAllowed', objection);
    const wanted = mergedTask(current, change);
    if (wanted === null) return current === null ? undefined : tasks.remove(change.taskId);
    if (current !== null && same(current, wanted)) return;
    const { title, description, status } = wanted;
    try {
      await tasks.put(change.taskId, {
        ...(found?.etag ? { etag: found.etag } : {}),
        properties: { title, description, status: status === 'completed' ? 'Completed' : 'New' },
      });
      return;
    } catch (error) {
      if (!(error instanceof ApiError) || error.status !== 409 || tries >= staleEtagTries) throw error;
    }
  }
}

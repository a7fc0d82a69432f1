/** The history of an incident, and what is new about it since somebody looked. */
import type { Api } from '@/lib/api/api';
import { assembleHistory, type LoggedChange } from '@/lib/domain/incident/assemble-history';
import type { ChangesSince, IncidentHistory } from '@/lib/domain/incident/history';
import type { Assignee } from '@/lib/domain/incident/incident';
import type { IncidentDetail } from '@/lib/domain/incident/incident-detail';
import { HubError } from '@/lib/hub/hub-error';
import { keptMs } from '@/lib/hub/incident/history-book';
import { readIncidentLog } from '@/lib/hub/incident/incident-log';
import { type Detail, found } from '@/lib/hub/incident/incident-parts';
import type { OpenIncident } from '@/lib/hub/incident/open-incident';
import { reasonOf } from '@/lib/hub/mirror/source-health';
import type { Store } from '@/lib/store/store';

/** `people` tells analysts from other names; when it rejects, names stay unexplained. */
export type HistoryDeskOptions = {
  api: Api;
  store: Pick<Store, 'commands' | 'incidentHistory' | 'incidentLooks'>;
  /** When the mirror was filled for the first time; null while it is being filled. */
  filledAt: () => string | null;
  detail: Detail;
  mergedAway: OpenIncident['mergedAway'];
  people: () => Promise<Assignee[]>;
  now: () => Date;
};

export type HistoryDesk = {
  history(key: string): Promise<IncidentHistory>;
  mergedHistory(key: string): Promise<IncidentHistory>;
  changesSince(key: string, at: string): Promise<ChangesSince>;
  lastSeen(key: string, by: Assignee): Promise<string | null>;
  seen(key: string, by: Assignee): Promise<{ before: string | null }>;
};

/** Each of its answers rejects with `notFound` for an incident that neither system has. */
export function createHistoryDesk({
  api,
  store,
  filledAt,
  detail,
  mergedAway,
  people,
  now,
}: HistoryDeskOptions): HistoryDesk {
  const open = (key: string) => found(detail, key);

  /** Null when the workspace's log cannot be asked: the rest of the history is still true. */
  async function logged({ incident }: IncidentDetail): Promise<LoggedChange[] | null> {
    if (incident.sentinel === null) return [];
    try {
      return await readIncidentLog(api, incident.sentinel.name);
    } catch (error) {
      console.warn(`onequeue: the log of incident ${incident.key} could not be read: ${reasonOf(error)}`);
      return null;
    }
  }

  async function namesOfPeople(): Promise<Set<string>> {
    const list = await people().catch((error: unknown) => {
      console.warn('onequeue: the people of this console could not be read', error);
      return [];
    });
    return new Set(
      list.flatMap(({ name, displayName }) => [name, displayName ?? name]).map((name) => name.toLowerCase()),
    );
  }

  async function historyOf(page: IncidentDetail): Promise<IncidentHistory> {
    const { incident, alerts, comments, failures } = page;
    const [log, names, commands, seen] = await Promise.all([
      logged(page),
      namesOfPeople(),
      store.commands.ofIncident(incident.key),
      store.incidentHistory.of(incident.key),
    ]);
    const entries = assembleHistory({ commands, seen, logged: log ?? [], comments, alerts, people: names });
    const oldest = new Date(now().getTime() - keptMs).toISOString();
    const filled = filledAt() ?? now().toISOString();
    const since = [filled, oldest].sort().at(-1) ?? filled;
    // Defender keeps no history: of what it did before this console watched nobody knows.
    const watched = incident.defender === null || incident.createdAt >= since;
    return { entries, complete: watched && log !== null && failures.length === 0, since };
  }

  return {
    history: async (key) => historyOf(await open(key)),
    async mergedHistory(key) {
      const page = await mergedAway(key);
      if (page === null) throw new HubError('notFound', `No incident ${key} was merged into another.`);
      return historyOf(page);
    },
    async changesSince(key, at) {
      const page = await open(key);
      const { entries } = await historyOf(page);
      const fresh = entries.filter((entry) => entry.at > at);
      const here = new Set(page.alerts.map(({ id }) => id));
      const moved = (await store.incidentHistory.of(page.incident.key))
        .filter((change) => change.what === 'alerts' && change.to === page.incident.key && change.syncedAt > at)
        .flatMap((change) => change.alertIds);
      const created = page.alerts.filter((alert) => alert.createdAt > at).map(({ id }) => id);
      return {
        alerts: new Set([...created, ...moved.filter((id) => here.has(id))]).size,
        entities: fresh.filter(({ what }) => what === 'entities').length,
        entries: fresh,
      };
    },
    lastSeen: (key, by) => store.incidentLooks.last(by.name, key),
    async seen(key, by) {
      const before = await store.incidentLooks.last(by.name, key);
      await store.incidentLooks.note(by.name, key, now().toISOString());
      return { before };
    },
  };
}

/**
 * Keeps a demonstration alive: every few minutes of the tenant's time a small attack begins. Defender makes an incident
 * of its first alert, later alerts join it, and the telemetry of every step arrives when it happens.
 */
import { letColleaguesAct } from '@/mocks/cloud/trickle/colleagues';
import { type LiveStory, liveStory, pauseBefore } from '@/mocks/store/live-story';
import { graphFieldsOf } from '@/mocks/store/load-story';
import type { LogWriter } from '@/mocks/store/log-writer';
import type { GraphIncidentRecord } from '@/mocks/store/records/graph-incident-record';
import { alertRecordOf } from '@/mocks/store/records/new-alert';
import type { Store } from '@/mocks/store/store';

export function startTrickle(store: Store, logs: LogWriter): void {
  const { clock, seed } = store;

  function begin(index: number): void {
    const id = store.graphIncidents.nextId();
    const story = liveStory({ seed, company: store.company, nowMs: clock.nowMs(), index, id });
    const incident: GraphIncidentRecord = { id, fields: graphFieldsOf(story.graph), alertIds: [], twin: null };
    const [first, ...later] = story.alerts.sort((left, right) => left.atMs - right.atMs);
    if (first) {
      store.alerts.add(alertRecordOf(first.alert));
      incident.alertIds.push(first.alert.id);
    }
    store.graphIncidents.add(incident);
    letColleaguesAct(store, incident, story.verdicts);
    for (const { atMs, alert } of later) {
      clock.after(atMs - clock.nowMs(), () => {
        store.alerts.add(alertRecordOf(alert));
        store.graphIncidents.addAlert(incident, alert.id, { kind: 'cloud', name: 'API-Correlation' });
      });
    }
    tell(story);
    next(index + 1);
  }

  function tell(story: LiveStory): void {
    for (const { atMs, rows } of story.steps) {
      clock.after(atMs - clock.nowMs(), () => {
        for (const batch of rows()) logs.write(batch.table, batch.rows);
      });
    }
  }

  function next(index: number): void {
    clock.after(pauseBefore(seed, index), () => begin(index));
  }

  next(0);
}

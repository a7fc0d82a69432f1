/**
 * Reads the alerts that only the workspace's log knows: what changed lately at every reading, the whole month now and
 * then, because rows arrive late and an incident may take in an alert long after it was raised.
 */
import type { Api } from '@/lib/api/api';
import { ApiError } from '@/lib/api/transport/api-error';
import { type LogAlert, logAlerts } from '@/lib/domain/alert/log-alert';
import { tableFromLogAnalytics } from '@/lib/domain/hunting/from-log-analytics';
import type { ResultTable } from '@/lib/domain/hunting/result-table';
import { copyFromLog, toStored } from '@/lib/hub/alerts/alert-copy';
import { logAlertsQuery, logPageRows } from '@/lib/hub/alerts/log-query';
import type { Mirror } from '@/lib/hub/mirror/mirror';
import type { HealthBook } from '@/lib/hub/mirror/source-health';
import type { Store } from '@/lib/store/store';

export type LogReadingOptions = {
  api: Api;
  store: Pick<Store, 'alertBriefs'>;
  mirror: Pick<Mirror, 'putAlerts'>;
  publish: () => void;
  health: HealthBook;
  now: () => Date;
  signal: AbortSignal;
};

const hourMs = 3_600_000;
/** The queue's longest usual look back. */
const monthMs = 30 * 24 * hourMs;
const sweepEveryMs = 30 * 60_000;
/** Late rows are found within an hour, later ones by the sweep. */
const lateMs = hourMs;
/** Alerts beyond this many pieces are older than anybody pages to. */
const mostPieces = 10;

/** A query that the workspace refuses or answers in part is a failure of this reading, in the service's words. */
async function ask(api: Api, query: string, signal: AbortSignal): Promise<ResultTable> {
  const outcome = await api.logAnalytics.query.run({ query, signal });
  if (outcome.status === 'failure') {
    const { error, requestId } = outcome;
    throw new ApiError({
      api: 'logAnalytics',
      status: 400,
      code: error.code,
      message: error.message,
      requestId,
      retryable: false,
    });
  }
  return tableFromLogAnalytics(outcome.reply, 0);
}

export async function askForAlerts(api: Api, query: string, signal: AbortSignal): Promise<LogAlert[]> {
  return logAlerts(await ask(api, query, signal));
}

export function createLogReading(options: LogReadingOptions): { read(): Promise<void> } {
  const { api, store, mirror, publish, health, now, signal } = options;
  let sweptAtMs = Number.NEGATIVE_INFINITY;

  async function readFrom(fromMs: number, nowMs: number): Promise<void> {
    const from = new Date(fromMs).toISOString();
    const incidentsFrom = new Date(nowMs - monthMs).toISOString();
    // Rows of this very moment may still be on their way into the table: a little ahead loses nothing.
    let before = new Date(nowMs + lateMs).toISOString();
    for (let piece = 0; piece < mostPieces; piece += 1) {
      const alerts = await askForAlerts(api, logAlertsQuery({ from, before }, incidentsFrom), signal);
      const copies = alerts.map(copyFromLog);
      mirror.putAlerts(copies);
      publish();
      await store.alertBriefs.put(copies.map(toStored));
      const oldestMs = Date.parse(copies.at(-1)?.row.updatedAt ?? '');
      if (alerts.length < logPageRows || Number.isNaN(oldestMs)) return;
      // The log counts finer than milliseconds: the last one is asked for again, so that none of it is left out.
      const next = new Date(oldestMs + 1).toISOString();
      if (next >= before) return;
      before = next;
    }
  }

  return {
    async read() {
      const nowMs = now().getTime();
      const sweep = nowMs - sweptAtMs >= sweepEveryMs || nowMs < sweptAtMs;
      try {
        await readFrom(nowMs - (sweep ? monthMs : lateMs), nowMs);
      } catch (error) {
        health.failure('sentinel', 'alerts', error);
        throw error;
      }
      if (sweep) sweptAtMs = nowMs;
      health.success('sentinel', 'alerts');
    },
  };
}

/**
 * One alert whole: Defender's from Graph, another from the workspace's log. Kept while the alert does not change, so
 * that moving up and down the queue asks once for each.
 */
import type { Api } from '@/lib/api/api';
import { ApiError } from '@/lib/api/transport/api-error';
import type { Alert } from '@/lib/domain/alert/alert';
import type { AlertDetail, AlertDetailReply } from '@/lib/domain/alert/alert-list';
import type { AlertRow } from '@/lib/domain/alert/alert-row';
import { alertFromGraph } from '@/lib/domain/alert/from-graph';
import { type LogAlert, logAlertEntities, rowFromLog } from '@/lib/domain/alert/log-alert';
import { commentsFromGraph } from '@/lib/domain/incident/merge-comments';
import { copyFromGraph } from '@/lib/hub/alerts/alert-copy';
import type { AlertMirror } from '@/lib/hub/alerts/alert-mirror';
import { logAlertQuery } from '@/lib/hub/alerts/log-query';
import { askForAlerts } from '@/lib/hub/alerts/log-reading';
import type { Mirror } from '@/lib/hub/mirror/mirror';

export type ReadAlertOptions = {
  api: Api;
  alertMirror: AlertMirror;
  mirror: Pick<Mirror, 'putAlerts'>;
  publish: () => void;
  now: () => Date;
  signal: AbortSignal;
};

/** Alerts that are kept whole; the least recently read go first. */
const mostKept = 500;
const ttlMs = 60_000;

type Whole = Omit<AlertDetail, 'row'>;

function firstText(text: string | undefined): string | null {
  return text === undefined || text === '' ? null : text;
}

/** `RemediationSteps` is a JSON list in a text. */
function stepsOf(text: string | undefined): string | null {
  if (!text?.startsWith('[')) return firstText(text);
  try {
    const steps: unknown = JSON.parse(text);
    return Array.isArray(steps) ? firstText(steps.map(String).join('\n')) : text;
  } catch {
    // Cut off at the column's longest: what is there is still worth reading.
    return text;
  }
}

function alertFromLog(log: LogAlert, row: AlertRow): Alert {
  return {
    ...row,
    tactics: [...row.tactics],
    techniques: [...row.techniques],
    description: firstText(log.get('Description')),
    productName: log.get('ProductName') ?? '',
    systems: ['sentinel'],
    webUrl: firstText(log.get('AlertLink')),
    evidence: logAlertEntities(log).map((entity) => ({
      entity,
      roles: [],
      verdict: 'unknown',
      remediation: 'none',
      createdAt: null,
    })),
    recommendedActions: stepsOf(log.get('RemediationSteps')),
  };
}

const isAbsent = (error: unknown) => error instanceof ApiError && (error.status === 404 || error.status === 400);

export function createReadAlert(options: ReadAlertOptions): {
  read(id: string): Promise<AlertDetailReply>;
  /** Something was written to it: read anew. */
  forget(id: string): void;
} {
  const { api, alertMirror, mirror, publish, now, signal } = options;
  const kept = new Map<string, { version: string; atMs: number; whole: Promise<Whole | null> }>();

  async function fromDefender(id: string): Promise<Whole | null> {
    try {
      const wire = await api.graphSecurity.alerts.get(id, signal);
      mirror.putAlerts([copyFromGraph(wire)]);
      publish();
      return {
        alert: alertFromGraph(wire),
        comments: commentsFromGraph(wire.comments ?? []),
        investigationState: wire.investigationState ?? null,
        providerAlertId: wire.providerAlertId ?? null,
        readAt: now().toISOString(),
      };
    } catch (error) {
      if (isAbsent(error)) return null;
      throw error;
    }
  }

  async function fromLog(id: string): Promise<Whole | null> {
    const query = logAlertQuery(id);
    const [log] = query === null ? [] : await askForAlerts(api, query, signal);
    if (log === undefined) return null;
    return {
      alert: alertFromLog(log, alertMirror.get(id) ?? rowFromLog(log)),
      comments: [],
      investigationState: null,
      providerAlertId: firstText(log.get('VendorOriginalId')),
      readAt: now().toISOString(),
    };
  }

  /** Readers of the same alert share one request; a failed one is not kept. */
  function wholeOf(id: string, row: AlertRow | undefined): Promise<Whole | null> {
    const version = row?.updatedAt ?? '';
    const before = kept.get(id);
    if (before?.version === version && now().getTime() - before.atMs < ttlMs) return before.whole;
    const whole = row?.system === 'sentinel' ? fromLog(id) : fromDefender(id);
    kept.delete(id);
    kept.set(id, { version, atMs: now().getTime(), whole });
    whole.catch(() => {
      // Whoever asked hears of it.
      if (kept.get(id)?.whole === whole) kept.delete(id);
    });
    const oldest = kept.keys().next();
    if (kept.size > mostKept && !oldest.done) kept.delete(oldest.value);
    return whole;
  }

  return {
    async read(id) {
      const whole = await wholeOf(id, alertMirror.get(id));
      const row = alertMirror.get(id);
      if (whole === null || row === undefined) return { kind: 'unknown', lookedFor: id };
      return { kind: 'found', detail: { row, ...whole } };
    },
    forget: (id) => void kept.delete(id),
  };
}

/** What the rest of the server may ask about alerts. A part of the hub, which alone talks to Microsoft. */
import type { Api } from '@/lib/api/api';
import type { AlertDetailReply, AlertListReply } from '@/lib/domain/alert/alert-list';
import { type AlertTable, encodeAlerts } from '@/lib/domain/alert/alert-table';
import type { AfterAlerts } from '@/lib/hub/alerts/after-alerts';
import type { AlertActs } from '@/lib/hub/alerts/alert-acts';
import type { AlertMirror } from '@/lib/hub/alerts/alert-mirror';
import { createPublishAlerts, type PublishAlerts } from '@/lib/hub/alerts/publish-alerts';
import { createReadAlert } from '@/lib/hub/alerts/read-alert';
import type { ChangeFeed } from '@/lib/hub/change-feed';
import type { Mirror } from '@/lib/hub/mirror/mirror';
import type { HealthBook } from '@/lib/hub/mirror/source-health';

export type AlertQueue = AlertActs & {
  /** All alerts from memory; never waits for Microsoft, but after a start until the kept ones are read. */
  list(): Promise<AlertListReply>;
  /** One alert with evidence and comments. Rejects when its system does not answer. */
  detail(id: string): Promise<AlertDetailReply>;
};

export type AlertQueueOptions = {
  api: Api;
  alertMirror: AlertMirror;
  mirror: Pick<Mirror, 'putAlerts'>;
  feed: ChangeFeed;
  health: HealthBook;
  /** The tenant's time. */
  now: () => Date;
  /** The machine's own. */
  nowMs: () => number;
  signal: AbortSignal;
  /** Tells the browsers what the mirror shows now. */
  publish: () => void;
};

/** What is known of alerts, whether or not all of it is there. */
type AlertShelf = Pick<AlertQueue, 'detail'> & {
  list: () => AlertListReply;
  publish: PublishAlerts;
  forget: (id: string) => void;
};

/** The alert queue as the rest of the server has it: nobody sees or changes a part of it. */
export function openAlertQueue(shelf: AlertShelf, acts: AlertActs, after: AfterAlerts): AlertQueue {
  return {
    list: after(async () => shelf.list()),
    detail: after(shelf.detail),
    change: after(acts.change),
    comment: after(acts.comment),
    undo: after(acts.undo),
    retry: after(acts.retry),
  };
}

export function createAlertQueue(options: AlertQueueOptions): AlertShelf {
  const { alertMirror, feed, health, now, nowMs } = options;
  const publish = createPublishAlerts(alertMirror, feed, nowMs);
  const { read, forget } = createReadAlert(options);
  /** Twenty browsers that ask after the same change get the same table. */
  let encoded: { version: number; table: AlertTable } | null = null;

  return {
    publish,
    forget,
    list() {
      // What nobody was told yet is in the table already, so the browsers must not take it for news of a later time.
      publish.rest();
      const version = alertMirror.version();
      if (encoded?.version !== version) encoded = { version, table: encodeAlerts(alertMirror.all()) };
      return { table: encoded.table, health: health.all(), now: now().toISOString(), seq: feed.seq() };
    },
    detail: read,
  };
}

/**
 * One attempt to deliver one act upon an alert to Defender. Attempts may be repeated: from the second on the alert is
 * read before it is written, and what it already shows is not sent again.
 */
import type { Api } from '@/lib/api/api';
import type { AlertChanges } from '@/lib/domain/alert/alert-row';
import { changedAlertFields, showsAlertField } from '@/lib/domain/alert/paint';
import { rowFromGraph } from '@/lib/domain/alert/row-from-graph';
import { alertToGraph } from '@/lib/domain/alert/to-graph';
import type { Command, CommandAct } from '@/lib/domain/incident/command';
import type { GraphAlert } from '@/lib/wire/graph-security/alert';
import type { GraphComment } from '@/lib/wire/graph-security/comment';

export type AlertAct = Extract<CommandAct, { kind: 'alertChange' | 'alertComment' }>;

/** Clocks of ours and Microsoft's may differ by this much. */
const skewMs = 2 * 60_000;

/** Graph gives a comment no id that we could choose, so ours is recognised by its words and its time. */
function hasComment(comments: readonly GraphComment[], text: string, sentAt: string | null): boolean {
  const fromMs = sentAt === null ? Number.POSITIVE_INFINITY : Date.parse(sentAt) - skewMs;
  return comments.some((comment) => comment.comment === text && Date.parse(comment.createdDateTime) >= fromMs);
}

function showsAll(alert: GraphAlert, changes: AlertChanges): boolean {
  const row = rowFromGraph(alert);
  return changedAlertFields(changes).every((field) => showsAlertField(field, row, changes));
}

/** The alert as Defender shows it afterwards. `again`: an earlier attempt may have arrived. */
export async function deliverAlert(api: Api, command: Command, act: AlertAct, again: boolean): Promise<GraphAlert> {
  const { alerts } = api.graphSecurity;
  const before = again ? await alerts.get(act.alertId) : null;
  const text = act.kind === 'alertComment' ? act.text : (act.changes.verdict?.comment ?? null);
  let alert = before;
  if (act.kind === 'alertChange' && (before === null || !showsAll(before, act.changes)))
    alert = await alerts.update(act.alertId, alertToGraph(act.changes));
  if (text !== null && text !== '' && !hasComment(before?.comments ?? [], text, command.sentAt)) {
    const comments = await alerts.addComment(act.alertId, text);
    if (alert !== null) alert = { ...alert, comments };
  }
  return alert ?? (await alerts.get(act.alertId));
}

/** The rule, alert or incident that somebody asks about, by any of its names or by words of its title. */
import type { Api } from '@/lib/api/api';
import { ApiError } from '@/lib/api/transport/api-error';
import { alertFromGraph } from '@/lib/domain/alert/from-graph';
import type { IncidentResolveReply } from '@/lib/domain/incident/incident-lookup';
import { isUnread, type RuleFacts } from '@/lib/domain/trace/rule-steps';
import type { TraceSubject } from '@/lib/domain/trace/trace';
import { logRows, textOf } from '@/lib/hub/trace/log-rows';
import { kqlText } from '@/lib/hub/trace/rule-facts';

/** An alert as the tracer needs it. `ruleId` and `incidentKey` are null when nobody names them. */
export type AlertSubject = {
  id: string;
  /** All names that it goes by, the id among them. */
  names: string[];
  title: string;
  createdAt: string | null;
  incidentKey: string | null;
  ruleId: string | null;
};

/** One rule, alert or incident. */
export type FoundSubject =
  | { kind: 'rule'; rule: RuleFacts }
  | { kind: 'alert'; alert: AlertSubject }
  | { kind: 'incident'; key: string };

/** `several` are rules whose titles hold the words. */
export type SubjectReply =
  | FoundSubject
  | { kind: 'several'; subjects: TraceSubject[] }
  | { kind: 'unknown'; lookedIn: string[] };

/** `rules` is asked each time; `find` is `Hub.resolve`. */
export type FindSubjectOptions = {
  api: Api;
  rules: () => Promise<RuleFacts[]>;
  find: (text: string) => Promise<IncidentResolveReply>;
};

const mostSubjects = 20;
const guid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/iu;

/** How a trace names a rule. */
export const ruleSubject = ({ id, title }: RuleFacts): TraceSubject => ({ kind: 'rule', id, title });

async function graphAlert(api: Api, id: string): Promise<AlertSubject | null> {
  try {
    const wire = await api.graphSecurity.alerts.get(id);
    const { title, createdAt, incidentKey } = alertFromGraph(wire);
    return { id, names: [id], title, createdAt, incidentKey, ruleId: guid.exec(wire.detectorId ?? '')?.[0] ?? null };
  } catch (error) {
    if (error instanceof ApiError && (error.status === 404 || error.status === 400)) return null;
    throw error;
  }
}

/** Alerts that only the workspace knows, and Graph's under the GUID that the workspace gave them. */
async function workspaceAlert(api: Api, id: string): Promise<AlertSubject | null> {
  const query = [
    'SecurityAlert',
    `| where SystemAlertId == ${kqlText(id)}`,
    '| top 1 by TimeGenerated desc',
    '| project SystemAlertId, VendorOriginalId, DisplayName, ProcessingEndTime, AlertType, IncidentId = tostring(parse_json(ExtendedProperties).IncidentId)',
  ].join('\n');
  const rows = await logRows(api, query, 'P90D');
  const [row] = isUnread(rows) ? [] : rows;
  if (row === undefined) return null;
  return {
    id,
    names: [id, textOf(row.VendorOriginalId)].filter((name) => name !== null),
    title: textOf(row.DisplayName) ?? id,
    createdAt: textOf(row.ProcessingEndTime),
    incidentKey: textOf(row.IncidentId),
    ruleId: guid.exec(textOf(row.AlertType) ?? '')?.[0] ?? null,
  };
}

/** Rejects with an ApiError when a system could not be asked. */
export async function findSubject({ api, rules, find }: FindSubjectOptions, text: string): Promise<SubjectReply> {
  const wanted = text.trim();
  const lower = wanted.toLowerCase();
  const all = await rules();
  const rule = all.find(({ id, title }) => id.toLowerCase() === lower || title.toLowerCase() === lower);
  if (rule !== undefined) return { kind: 'rule', rule };
  const incident = await find(wanted);
  if (incident.kind !== 'unknown')
    return { kind: 'incident', key: incident.kind === 'found' ? incident.key : incident.to };
  const looksLikeId = !/\s/u.test(wanted);
  const alert = looksLikeId
    ? ((await graphAlert(api, wanted)) ?? (guid.test(wanted) ? await workspaceAlert(api, wanted) : null))
    : null;
  if (alert !== null) return { kind: 'alert', alert };
  const alike = all.filter(({ title }) => title.toLowerCase().includes(lower));
  const [only, ...others] = alike;
  if (only !== undefined && others.length === 0) return { kind: 'rule', rule: only };
  if (only !== undefined) return { kind: 'several', subjects: alike.slice(0, mostSubjects).map(ruleSubject) };
  return {
    kind: 'unknown',
    lookedIn: [...incident.lookedIn, 'rules by name', ...(looksLikeId ? ['alerts by id'] : [])],
  };
}

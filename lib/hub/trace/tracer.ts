/** Follows a rule, an alert or an incident through both systems and says where the way ends, and why. */
import type { Api } from '@/lib/api/api';
import type { AlertRow } from '@/lib/domain/alert/alert-row';
import type { Incident } from '@/lib/domain/incident/incident';
import type { IncidentResolveReply } from '@/lib/domain/incident/incident-lookup';
import type { SourceHealth } from '@/lib/domain/source/source';
import { alertsOfRuleStep, incidentItselfStep, incidentOfAlertStep, syncStep } from '@/lib/domain/trace/incident-steps';
import { isUnread, type RuleFacts, ruleStep, runStep, telemetryStep } from '@/lib/domain/trace/rule-steps';
import { step } from '@/lib/domain/trace/step';
import type { Trace, TraceReply, TraceStep, TraceSubject } from '@/lib/domain/trace/trace';
import type { KqlKnowledge } from '@/lib/hub/hunting/kql-knowledge';
import { type AlertSubject, findSubject, ruleSubject } from '@/lib/hub/trace/find-subject';
import { logRows, textOf } from '@/lib/hub/trace/log-rows';
import { alertsOf, allRules, kqlText, runsOf, tablesOf } from '@/lib/hub/trace/rule-facts';
import { connectorFacts, severityFacts } from '@/lib/hub/trace/sync-facts';

/** What the tracer asks, the hub's own memory first. */
export type TracerOptions = {
  api: Api;
  now: () => Date;
  kql: () => Promise<KqlKnowledge>;
  find: (text: string) => Promise<IncidentResolveReply>;
  incident: (key: string) => Incident | undefined;
  incidents: () => readonly Incident[];
  /** An alert of the queue by any of its names. */
  alert: (name: string) => AlertRow | undefined;
  health: () => readonly SourceHealth[];
};

export type Tracer = { trace(text: string): Promise<TraceReply> };

type Half = { steps: TraceStep[]; incident: Incident | null; alertId: string | null };

const unlistedStep = step('alertQueue', 'unknown', 'The alert queue does not list the alert.', {
  fix: {
    says: 'The console reads alerts after the incidents, and keeps those of the last months. Trace it again in a minute.',
    link: null,
    command: null,
  },
});

/** Rejects with an ApiError when a system that names the subject could not be asked. */
export function createTracer(options: TracerOptions): Tracer {
  const { api, now, kql, find } = options;

  async function ruleHalf(rule: RuleFacts): Promise<TraceStep[]> {
    const language = await kql();
    const names = (rule.query === null ? [] : language.tablesOf(rule.query)).filter(
      (name) => language.worldOf(name) !== undefined,
    );
    const [runs, tables] = await Promise.all([runsOf(api, rule.id), tablesOf(api, names)]);
    return [ruleStep(rule), runStep(rule, runs, now()), telemetryStep(rule, tables)];
  }

  async function incidentOf(text: string): Promise<Incident | null> {
    const reply = await find(text);
    if (reply.kind === 'unknown') return null;
    return options.incident(reply.kind === 'found' ? reply.key : reply.to) ?? null;
  }

  /** The workspace's incident that lists an alert, for alerts that name none themselves. */
  async function incidentHolding(alertId: string): Promise<Incident | null> {
    const query = [
      'SecurityIncident',
      `| where AlertIds has ${kqlText(alertId)}`,
      '| summarize arg_max(LastModifiedTime, IncidentName) by IncidentNumber',
      '| top 1 by LastModifiedTime desc',
    ].join('\n');
    const rows = await logRows(api, query, 'P90D');
    const name = isUnread(rows) ? null : textOf(rows[0]?.IncidentName);
    return name === null ? null : incidentOf(name);
  }

  async function syncHalf(incident: Incident | null): Promise<TraceStep[]> {
    if (incident === null) return [];
    const facts = {
      severities: severityFacts(options.incidents(), now()),
      connector: await connectorFacts(api),
      health: options.health(),
    };
    return [syncStep(incident, facts, now())];
  }

  async function ofRule(rule: RuleFacts): Promise<Half> {
    const [steps, alerts] = await Promise.all([ruleHalf(rule), alertsOf(api, rule.id)]);
    const raised = alertsOfRuleStep(rule, alerts);
    if (isUnread(alerts) || alerts.latestId === null)
      return { steps: [...steps, raised], incident: null, alertId: null };
    const alertId = listedAs([alerts.latestId, alerts.latestVendorId ?? '']);
    const incident = await incidentHolding(alerts.latestId);
    return { steps: [...steps, raised, incidentOfAlertStep(incident, rule)], incident, alertId };
  }

  async function ofAlert(alert: AlertSubject): Promise<Half> {
    const rules = alert.ruleId === null ? [] : await allRules(api);
    const rule = rules.find(({ id }) => id === alert.ruleId) ?? null;
    const incident =
      (alert.incidentKey === null ? null : await incidentOf(alert.incidentKey)) ?? (await incidentHolding(alert.id));
    const raised = step('alert', 'ok', `The alert “${alert.title}” was raised.`, {
      at: alert.createdAt,
      evidence: [{ label: 'Alert', value: alert.id }],
    });
    const before =
      rule === null
        ? [step('rule', 'needless', 'A product’s own detector raised it, no analytics rule of the workspace.')]
        : await ruleHalf(rule);
    const alertId = listedAs(alert.names);
    return { steps: [...before, raised, incidentOfAlertStep(incident, rule)], incident, alertId };
  }

  const listedAs = (names: readonly string[]): string | null =>
    names.flatMap((name) => options.alert(name)?.id ?? [])[0] ?? null;

  async function finish(subject: TraceSubject, { steps, incident, alertId }: Half): Promise<Trace> {
    const raised = steps.some(({ name, verdict }) => name === 'alert' && verdict === 'ok');
    return {
      subject,
      steps: [...steps, ...(await syncHalf(incident)), ...(raised && alertId === null ? [unlistedStep] : [])],
      incidentKey: incident?.key ?? null,
      alertId,
      tracedAt: now().toISOString(),
    };
  }

  return {
    async trace(text) {
      const found = await findSubject({ api, rules: () => allRules(api), find }, text);
      switch (found.kind) {
        case 'rule':
          return { kind: 'traced', trace: await finish(ruleSubject(found.rule), await ofRule(found.rule)) };
        case 'alert': {
          const { id, title } = found.alert;
          return { kind: 'traced', trace: await finish({ kind: 'alert', id, title }, await ofAlert(found.alert)) };
        }
        case 'incident': {
          const incident = options.incident(found.key) ?? null;
          const subject = { kind: 'incident' as const, id: found.key, title: incident?.title ?? `#${found.key}` };
          const steps = incident === null ? [] : [incidentItselfStep(incident)];
          return { kind: 'traced', trace: await finish(subject, { steps, incident, alertId: null }) };
        }
        case 'several':
          return found;
        case 'unknown':
          return { kind: 'unknown', lookedFor: text, lookedIn: found.lookedIn };
      }
    },
  };
}

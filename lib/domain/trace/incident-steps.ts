/** The second half of the way: an alert, an incident that holds it, and that incident in the other system. */
import {
  type FieldSync,
  type Incident,
  type Severity,
  type SyncedField,
  syncedFields,
} from '@/lib/domain/incident/incident';
import { sentinelDelayMs } from '@/lib/domain/incident/response-time';
import { syncedFieldWords } from '@/lib/domain/incident/synced-field-words';
import type { SourceHealth } from '@/lib/domain/source/source';
import { isUnread, type RuleFacts, type Unread } from '@/lib/domain/trace/rule-steps';
import { step } from '@/lib/domain/trace/step';
import type { TraceStep } from '@/lib/domain/trace/trace';

/** Alerts of one rule as the workspace's `SecurityAlert` has them. */
export type AlertFacts = {
  count: number;
  latestAt: string | null;
  latestId: string | null;
  /** The product's own id of the same alert. */
  latestVendorId: string | null;
  latestTitle: string | null;
};

/** How Defender's incidents of one severity fare: those older than Microsoft's ten minutes, with and without a twin. */
export type SeverityFacts = { severity: Severity; arrived: number; missing: number };

/** Defender's connector in the workspace: whether it is there, and whether it carries incidents. */
export type ConnectorFacts = { connected: boolean; carriesIncidents: boolean };

/** What is known of the sync, as far as it bears upon one incident. */
export type SyncFacts = {
  severities: readonly SeverityFacts[];
  connector: ConnectorFacts | Unread;
  health: readonly SourceHealth[];
};

const syncPage = 'https://learn.microsoft.com/azure/sentinel/microsoft-365-defender-sentinel-integration';

/** Whether the rule raised an alert in the 30 days that were looked at. */
export function alertsOfRuleStep(rule: RuleFacts, alerts: AlertFacts | Unread): TraceStep {
  if (isUnread(alerts)) return step('alert', 'unknown', `Its alerts could not be read: ${alerts.unread}`);
  const query = `SecurityAlert\n| where AlertType has "${rule.id}"\n| summarize arg_max(TimeGenerated, *) by SystemAlertId`;
  const evidence = [{ label: 'Alerts in 30 days', value: String(alerts.count), query }];
  if (alerts.count === 0)
    return step('alert', 'broken', 'The rule has raised no alert in 30 days.', {
      evidence,
      fix: {
        says: 'Run its query over the time in question: it raises an alert when it finds more rows than its threshold.',
        link: null,
        command: null,
      },
    });
  return step(
    'alert',
    'ok',
    alerts.count === 1
      ? `It raised one alert: “${alerts.latestTitle ?? ''}”.`
      : `It raised ${alerts.count} alerts, the latest “${alerts.latestTitle ?? ''}”.`,
    {
      evidence,
      at: alerts.latestAt,
    },
  );
}

/** `incident` null: the alert is in none; `rule` null: the alert comes from no rule that is known. */
export function incidentOfAlertStep(incident: Incident | null, rule: RuleFacts | null): TraceStep {
  if (incident === null) {
    if (rule?.makesIncidents === false)
      return step('incident', 'broken', 'The rule is set to raise alerts without creating incidents from them.', {
        fix: {
          says: 'Switch on “Create incidents from alerts triggered by this analytics rule” in its incident settings.',
          link: 'https://learn.microsoft.com/azure/sentinel/create-incidents-from-alerts',
          command: null,
        },
      });
    return step('incident', 'broken', 'The alert is in no incident.', {
      fix: {
        says: 'Alerts are put into incidents within minutes. One that stays alone may be suppressed by an alert tuning rule.',
        link: 'https://learn.microsoft.com/defender-xdr/alerts-incidents-correlation',
        command: null,
      },
    });
  }
  const { redirectedTo } = incident;
  const says =
    redirectedTo === null
      ? `The alert is in incident #${incident.key}.`
      : `The alert was in #${incident.key}, which was merged into #${redirectedTo}.`;
  return step('incident', 'ok', says, { evidence: evidenceOf(incident), at: incident.createdAt });
}

function evidenceOf({ key, title, createdAt, alertCount }: Incident): TraceStep['evidence'] {
  return [
    { label: 'Incident', value: `#${key} ${title}` },
    { label: 'Created', value: createdAt },
    { label: 'Alerts in it', value: String(alertCount) },
  ];
}

/** The same where an incident was asked for: there is no question whether it is one. */
export function incidentItselfStep(incident: Incident): TraceStep {
  const { redirectedTo, alertCount } = incident;
  const says =
    redirectedTo === null
      ? `The incident exists, with ${alertCount === 1 ? 'one alert' : `${alertCount} alerts`}.`
      : `The incident was merged into #${redirectedTo}: its alerts are there now.`;
  return step('incident', 'ok', says, { evidence: evidenceOf(incident), at: incident.createdAt });
}

function failing(system: 'defender' | 'sentinel', health: readonly SourceHealth[]): SourceHealth | undefined {
  return health.find((source) => source.system === system && source.failingSince !== null);
}

/** Not in Sentinel: too early to say, a connector that is off, a severity that never arrives, or something else. */
function notInSentinel(incident: Incident, { severities, connector, health }: SyncFacts, now: Date): TraceStep {
  const dueAt = new Date(Date.parse(incident.createdAt) + sentinelDelayMs).toISOString();
  const unread = failing('sentinel', health);
  if (unread !== undefined)
    return step(
      'sync',
      'unknown',
      `Sentinel has not answered since ${unread.failingSince}: ${unread.reason ?? 'no reason was given.'}`,
    );
  if (!isUnread(connector) && !(connector.connected && connector.carriesIncidents))
    return step(
      'sync',
      'broken',
      connector.connected
        ? 'The Defender XDR connector is there, but its incidents and alerts are switched off.'
        : 'The workspace is not connected to Defender XDR.',
      {
        fix: {
          says: `${
            connector.connected
              ? 'Choose “Connect incidents & alerts” in the Microsoft Defender XDR connector'
              : 'Connect the Microsoft Defender XDR connector of the workspace'
          }; incidents created meanwhile arrive within 5 to 10 minutes.`,
          link: syncPage,
          command: null,
        },
      },
    );
  if (now.getTime() < Date.parse(dueAt))
    return step('sync', 'waiting', 'Sentinel does not have it yet. Up to ten minutes are normal.', { dueAt });
  const evidence = severities.map(({ severity, arrived, missing }) => ({
    label: `Severity ${severity}, last 7 days`,
    value: `${arrived} of ${arrived + missing} Defender incidents are in Sentinel`,
  }));
  const mine = severities.find((facts) => facts.severity === incident.severity);
  const others = severities.some((facts) => facts.severity !== incident.severity && facts.arrived > 0);
  if (mine !== undefined && mine.arrived === 0 && others)
    return step(
      'sync',
      'broken',
      `No Defender incident of severity ${incident.severity} reaches Sentinel, others do: the sync is filtered by severity.`,
      {
        evidence,
        fix: {
          says: 'Choose “Sync all severities” in Defender: Settings > Microsoft Sentinel > Bi-directional sync.',
          link: syncPage,
          command: null,
        },
      },
    );
  const alike = mine !== undefined && mine.arrived > 0 ? ', though others of its severity are there' : '';
  return step('sync', 'broken', `Sentinel still does not have it after ten minutes${alike}.`, {
    evidence,
    dueAt,
    fix: {
      says: 'Check the health of the connector. An incident without alerts of its own never arrives.',
      link: syncPage,
      command: null,
    },
  });
}

const stateWords = {
  pending: 'a change is on its way',
  refused: 'a change was refused',
  drifted: 'the systems disagree',
  confirmed: 'confirmed',
} as const satisfies Record<FieldSync['state'], string>;

/** The fields about which the systems are not of one mind, the worst first. */
function fieldsApart({ sync }: Incident): [SyncedField, FieldSync][] {
  const rank = { drifted: 0, refused: 1, pending: 2, confirmed: 3 } as const;
  return syncedFields
    .flatMap((field): [SyncedField, FieldSync][] => {
      const known = sync[field];
      return known === undefined || known.state === 'confirmed' ? [] : [[field, known]];
    })
    .sort(([, left], [, right]) => rank[left.state] - rank[right.state]);
}

function agreementText(apart: readonly [SyncedField, FieldSync][]): string {
  const [worst] = apart;
  if (worst === undefined) return 'Both systems show it, and agree.';
  const [field, { state }] = worst;
  return `Both systems show it. ${syncedFieldWords[field]}: ${stateWords[state]}.`;
}

/** Whether the incident is in Sentinel, and why not; differences between the systems are told as evidence. */
export function syncStep(incident: Incident, facts: SyncFacts, now: Date): TraceStep {
  if (incident.defender === null)
    return step('sync', 'needless', 'It was created in Sentinel; such incidents are never sent to Defender.', {
      fix: {
        says: 'Defender shows only what the analytics rules of an onboarded workspace raise.',
        link: syncPage,
        command: null,
      },
    });
  if (incident.sentinel === null) return notInSentinel(incident, facts, now);
  const apart = fieldsApart(incident);
  const evidence = [
    { label: 'In Defender', value: `#${incident.defender.id}, last changed ${incident.defender.updatedAt}` },
    { label: 'In Sentinel', value: `#${incident.sentinel.number}, last changed ${incident.sentinel.updatedAt}` },
    ...apart.map(([field, { state, since }]) => ({
      label: syncedFieldWords[field],
      value: `${stateWords[state]}, since ${since}`,
    })),
  ];
  return step('sync', 'ok', agreementText(apart), { evidence, at: incident.sentinel.updatedAt });
}

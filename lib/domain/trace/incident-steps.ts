/** The second half of the way: an alert, an incident that holds it, and that incident in the other system. */
import type { Incident, Severity } from '@/lib/domain/incident/incident';
import type { SourceHealth } from '@/lib/domain/source/source';
import { isUnread, type RuleFacts, type Unread } from '@/lib/domain/trace/rule-steps';
import { step } from '@/lib/domain/trace/step';
import type { TraceStep } from '@/lib/domain/trace/trace';

/** Alerts of one rule as the workspace's `SecurityAlert` has them. */
export type AlertFacts = {
  count: number;
  latestAt: string | null;
  latestId: string | null;
  latestTitle: string | null;
};

/** How Defender's incidents of one severity fare: those older than Microsoft's ten minutes, with and without a twin. */
export type SeverityFacts = { severity: Severity; arrived: number; missing: number };

/** Defender's connector in the workspace: whether it is there, and whether it carries incidents. */
export type ConnectorFacts = { connected: boolean; carriesIncidents: boolean };

export type SyncFacts = {
  severities: readonly SeverityFacts[];
  connector: ConnectorFacts | Unread;
  health: readonly SourceHealth[];
};

/** Microsoft: "It may take up to 10 minutes from the time an incident is generated in Defender to appear in Sentinel." */
export const arrivalMs = 10 * 60_000;
const syncPage = 'https://learn.microsoft.com/azure/sentinel/microsoft-365-defender-sentinel-integration';

export function alertsOfRuleStep(rule: RuleFacts, alerts: AlertFacts | Unread): TraceStep {
  if (isUnread(alerts)) return step('alert', 'unknown', `Its alerts could not be read: ${alerts.unread}`);
  const query = `SecurityAlert\n| where AlertType has "${rule.id}"\n| summarize arg_max(TimeGenerated, *) by SystemAlertId`;
  const evidence = [{ label: 'Alerts in 30 days', value: String(alerts.count), query }];
  if (alerts.count === 0)
    return step('alert', 'broken', 'The rule has raised no alert in 30 days.', {
      evidence,
      fix: {
        says: 'Run its query over the time in question: it has to find more rows than its threshold.',
        link: null,
        command: null,
      },
    });
  return step(
    'alert',
    'ok',
    `It raised ${alerts.count === 1 ? 'one alert' : `${alerts.count} alerts`}, the latest “${alerts.latestTitle ?? ''}”.`,
    {
      evidence,
      at: alerts.latestAt,
    },
  );
}

export function incidentOfAlertStep(incident: Incident | null, rule: RuleFacts | null): TraceStep {
  if (incident === null) {
    if (rule?.makesIncidents === false)
      return step('incident', 'broken', 'The rule is set to raise alerts without making incidents of them.', {
        fix: {
          says: 'Switch on “Create incidents from alerts triggered by this analytics rule” in its incident settings.',
          link: 'https://learn.microsoft.com/azure/sentinel/create-incidents-from-alerts',
          command: null,
        },
      });
    return step('incident', 'broken', 'No incident holds the alert.', {
      fix: {
        says: 'Alerts are correlated within minutes; an alert that stays alone may be kept out by an alert tuning rule.',
        link: 'https://learn.microsoft.com/defender-xdr/alerts-incidents-correlation',
        command: null,
      },
    });
  }
  const { redirectedTo } = incident;
  const evidence = [
    { label: 'Incident', value: `#${incident.key} ${incident.title}` },
    { label: 'Created', value: incident.createdAt },
    { label: 'Alerts in it', value: String(incident.alertCount) },
  ];
  const says =
    redirectedTo === null
      ? `It is in incident #${incident.key}.`
      : `It was in #${incident.key}, which was merged into #${redirectedTo}.`;
  return step('incident', 'ok', says, { evidence, at: incident.createdAt });
}

function failing(system: 'defender' | 'sentinel', health: readonly SourceHealth[]): SourceHealth | undefined {
  return health.find((source) => source.system === system && source.failingSince !== null);
}

/** Not in Sentinel: too early to say, a connector that is off, a severity that never arrives, or something else. */
function notInSentinel(incident: Incident, { severities, connector, health }: SyncFacts, now: Date): TraceStep {
  const dueAt = new Date(Date.parse(incident.createdAt) + arrivalMs).toISOString();
  const unread = failing('sentinel', health);
  if (unread !== undefined)
    return step('sync', 'unknown', `Sentinel has not answered since ${unread.failingSince}: ${unread.reason ?? ''}`);
  if (!isUnread(connector) && !(connector.connected && connector.carriesIncidents))
    return step(
      'sync',
      'broken',
      connector.connected
        ? 'Defender’s connector is there, and its incidents and alerts are switched off.'
        : 'The workspace is not connected to Defender XDR.',
      {
        fix: {
          says: 'Connect it again; incidents made meanwhile arrive within 5 to 10 minutes.',
          link: syncPage,
          command: null,
        },
      },
    );
  if (now.getTime() < Date.parse(dueAt))
    return step('sync', 'waiting', 'Sentinel does not have it yet, which takes up to ten minutes.', { dueAt });
  const evidence = severities.map(({ severity, arrived, missing }) => ({
    label: `Defender incidents of severity ${severity}`,
    value: `${arrived} arrived in Sentinel, ${missing} did not`,
  }));
  const mine = severities.find((facts) => facts.severity === incident.severity);
  const others = severities.some((facts) => facts.severity !== incident.severity && facts.arrived > 0);
  if (mine !== undefined && mine.arrived === 0 && others)
    return step(
      'sync',
      'broken',
      `Sentinel gets no incidents of severity ${incident.severity}: the sync is filtered by severity.`,
      {
        evidence,
        fix: {
          says: 'Choose “Sync all severities” in Defender: Settings > Microsoft Sentinel > Bi-directional sync.',
          link: syncPage,
          command: null,
        },
      },
    );
  return step('sync', 'broken', 'Sentinel still lacks it after ten minutes, though others like it arrived.', {
    evidence,
    dueAt,
    fix: {
      says: 'Look at the health of the connector; an incident without alerts of its own never arrives.',
      link: syncPage,
      command: null,
    },
  });
}

export function syncStep(incident: Incident, facts: SyncFacts, now: Date): TraceStep {
  if (incident.defender === null)
    return step('sync', 'needless', 'It was made in Sentinel; such incidents never reach Defender.', {
      fix: {
        says: 'Defender takes over only incidents of the rules of an onboarded workspace.',
        link: syncPage,
        command: null,
      },
    });
  if (incident.sentinel === null) return notInSentinel(incident, facts, now);
  const apart = Object.entries(incident.sync).filter(([, sync]) => sync.state !== 'confirmed');
  const evidence = [
    { label: 'Defender', value: `#${incident.defender.id}, changed ${incident.defender.updatedAt}` },
    { label: 'Sentinel', value: `${incident.sentinel.number}, changed ${incident.sentinel.updatedAt}` },
    ...apart.map(([field, sync]) => ({ label: field, value: `${sync.state} since ${sync.since}` })),
  ];
  const says =
    apart.length === 0 ? 'Both systems show it, and agree.' : 'Both systems show it, and differ for the moment.';
  return step('sync', 'ok', says, { evidence, at: incident.sentinel.updatedAt });
}

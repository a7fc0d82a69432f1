/** What the tracer knows of the sync: the connector from ARM, and how Defender's incidents of each severity fare from the mirror. */
import type { Api } from '@/lib/api/api';
import { type Incident, severities } from '@/lib/domain/incident/incident';
import { sentinelDelayMs } from '@/lib/domain/incident/response-time';
import type { ConnectorFacts, SeverityFacts } from '@/lib/domain/trace/incident-steps';
import type { Unread } from '@/lib/domain/trace/rule-steps';
import { reasonOf } from '@/lib/hub/mirror/source-health';

const weekMs = 7 * 24 * 3_600_000;
/** Microsoft's name of Defender XDR among the kinds of connectors. */
const defenderKind = 'MicrosoftThreatProtection';

/** Only incidents of the last week and older than ten minutes say something about how the sync is set. */
export function severityFacts(incidents: readonly Incident[], now: Date): SeverityFacts[] {
  const judged = incidents.filter(({ createdAt, defender, redirectedTo }) => {
    const ageMs = now.getTime() - Date.parse(createdAt);
    return defender !== null && redirectedTo === null && ageMs > sentinelDelayMs && ageMs < weekMs;
  });
  return severities.flatMap((severity) => {
    const mine = judged.filter((incident) => incident.severity === severity);
    const arrived = mine.filter((incident) => incident.sentinel !== null).length;
    return mine.length === 0 ? [] : [{ severity, arrived, missing: mine.length - arrived }];
  });
}

/** Never rejects. A connector that does not mention incidents carries them. */
export async function connectorFacts(api: Api): Promise<ConnectorFacts | Unread> {
  try {
    for await (const page of api.sentinel.dataConnectors.list()) {
      const connector = page.find(({ kind }) => kind === defenderKind);
      if (connector === undefined) continue;
      const state = connector.properties.dataTypes?.incidents?.state;
      return { connected: true, carriesIncidents: state?.toLowerCase() !== 'disabled' };
    }
    return { connected: false, carriesIncidents: false };
  } catch (error) {
    return { unread: reasonOf(error) };
  }
}

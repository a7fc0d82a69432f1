/** Whether incidents and alerts reach the workspace, by the connectors that there are. */
import type { GraphAlert } from '@/lib/wire/graph-security/alert';
import type { SentinelDataConnectorFields } from '@/lib/wire/sentinel/data-connector';
import { carriedConnectors, defenderForCloudKinds, isOn, xdrKind } from '@/mocks/store/connections/connector-kinds';
import type { SentinelResources } from '@/mocks/store/sentinel-resources';

export type AlertFlow = {
  /** Defender's connector, when there is one. */
  xdr(): SentinelDataConnectorFields | undefined;
  /** Whether Defender's incidents come to the workspace, and changes go both ways. */
  incidentsFlow(): boolean;
  /** Whether the workspace gets this alert with its incident. */
  alertFlows(alert: GraphAlert): boolean;
  /** Whether the alert's own product connector brings it, without Defender's. */
  alertComesAlone(alert: GraphAlert): boolean;
};

export function createAlertFlow({ dataConnectors, onboardingStates }: SentinelResources): AlertFlow {
  const connector = (kind: string): SentinelDataConnectorFields | undefined =>
    dataConnectors.all().find(({ fields }) => fields.kind === kind)?.fields;
  const xdr = (): SentinelDataConnectorFields | undefined => connector(xdrKind);
  const incidentsFlow = (): boolean => isOn(xdr(), 'incidents') && onboardingStates.byName('default') !== undefined;

  return {
    xdr,
    incidentsFlow,
    alertFlows: ({ serviceSource }) => {
      if (serviceSource === 'microsoftSentinel') return true;
      const properties = xdr()?.properties;
      if (!incidentsFlow() || properties === undefined) return false;
      // https://learn.microsoft.com/azure/sentinel/ingest-defender-for-cloud-incidents
      if (serviceSource === 'microsoftDefenderForCloud') {
        return defenderForCloudKinds.some((kind) => isOn(connector(kind), 'alerts'));
      }
      const chosen = properties.filteredProviders?.alerts ?? [];
      if (chosen.length > 0 && !chosen.includes(serviceSource)) return false;
      // Only `incidents` has to be there: alerts go with them unless they are switched off.
      return properties.dataTypes?.alerts?.state !== 'Disabled';
    },
    alertComesAlone: ({ serviceSource }) =>
      !incidentsFlow() &&
      Object.entries(carriedConnectors).some(
        ([kind, carried]) => carried.serviceSource === serviceSource && isOn(connector(kind), 'alerts'),
      ),
  };
}

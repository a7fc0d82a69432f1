/**
 * `SentinelHealth` of data connectors: a row when the state of one changes, and an hourly account of failures.
 * Microsoft logs some connectors only; here it is all of them, so that one query tells why nothing arrives.
 * https://learn.microsoft.com/azure/sentinel/health-table-reference#data-connectors
 */
import type { LogBatch } from '@/mocks/company/log-row';
import { connectorTitle } from '@/mocks/store/connections/connector-kinds';
import { sentinelResourceId } from '@/mocks/store/faces/arm-ids';
import { healthRow } from '@/mocks/store/faces/health-rows';

/** By its ARM name and kind. */
export type HealthyConnector = { readonly name: string; readonly kind: string };

const resourceOf = ({ name, kind }: HealthyConnector) => ({
  id: sentinelResourceId('dataConnectors', name),
  name: connectorTitle(kind),
  type: 'Data connector',
  kind,
});

export type ConnectorState = {
  readonly at: string;
  /** What is filled with it. */
  readonly table: string;
  readonly flows: boolean;
  /** Why it doesn't flow; empty text when it does. */
  readonly reason: string;
};

export const connectorStateRow = (
  connector: HealthyConnector,
  { at, table, flows, reason }: ConnectorState,
): LogBatch =>
  healthRow({
    at,
    operation: 'Data fetch status change',
    resource: resourceOf(connector),
    status: flows ? 'Success' : 'Failure',
    description: flows ? 'Data is being fetched from the source' : 'No data is being fetched from the source',
    reason,
    properties: { DestinationTable: table },
  });

export const connectorFailuresRow = (
  connector: HealthyConnector,
  { at, reason, waiting }: { at: string; reason: string; waiting: number },
): LogBatch =>
  healthRow({
    at,
    operation: 'Data fetch failure summary',
    resource: resourceOf(connector),
    status: 'Informational',
    description: 'Failures of the last hour',
    reason,
    properties: {
      FailureSummary: [{ FailureCount: waiting, StatusCode: 'ServiceUnavailable', StatusMessage: reason }],
    },
  });

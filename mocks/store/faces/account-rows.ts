/** What Entra's logs say when an account or its risk changes: `AADRiskyUsers`, `AADUserRiskEvents`, `AuditLogs`. */
import { guidOf } from '@/lib/base/random';
import type { LogBatch, LogRow } from '@/mocks/company/log-row';
import type { Person } from '@/mocks/company/people';
import { auditRow } from '@/mocks/company/telemetry/cloud';
import { tenantIds } from '@/mocks/company/tenant-ids';
import type { Actor } from '@/mocks/store/events';
import type { AccountRecord, AccountRisk } from '@/mocks/store/records/account-record';

type Target = Parameters<typeof auditRow>[0]['targets'][number];

/** One line of `AuditLogs`, by an application or, when the name is somebody's, by that person. */
export function directoryChangeRow(change: {
  at: string;
  operation: string;
  category: string;
  service: string;
  target: Target;
  by: Actor;
  person: Person | undefined;
  /** Anybody; only to fill the shape that people's changes have. */
  anyone: Person;
}): LogRow {
  const { at, operation, category, service, target, by, person, anyone } = change;
  const row = auditRow({
    at: Date.parse(at),
    by: person ?? anyone,
    ip: (person ?? anyone).site.egressIp,
    operation,
    category,
    success: true,
    reason: '',
    targets: [target],
    correlationId: guidOf(`audit/${operation}/${target.displayName}/${at}`),
  });
  const byApp = { Identity: by.name, InitiatedBy: { app: { displayName: by.name, servicePrincipalName: null } } };
  return { ...row, LoggedByService: service, ...(person ? {} : byApp) };
}

export function riskRows({ person }: AccountRecord, risk: AccountRisk): LogBatch[] {
  const common = {
    TimeGenerated: risk.at,
    RiskDetail: risk.detail,
    RiskLevel: risk.level,
    RiskState: risk.state,
    UserDisplayName: person.displayName,
    UserPrincipalName: person.upn,
    CorrelationId: guidOf(`risk/${person.objectId}/${risk.at}`),
    TenantId: tenantIds.tenantId,
  };
  const user: LogRow = {
    ...common,
    Id: person.objectId,
    IsDeleted: false,
    IsProcessing: false,
    OperationName: 'Risky user',
    RiskLastUpdatedDateTime: risk.at,
  };
  const events = risk.eventTypes.map(
    (type): LogRow => ({
      ...common,
      Id: guidOf(`risk-event/${person.objectId}/${type}/${risk.at}`),
      Activity: 'signin',
      ActivityDateTime: risk.at,
      DetectedDateTime: risk.at,
      LastUpdatedDateTime: risk.at,
      DetectionTimingType: type === 'unfamiliarFeatures' || type === 'anonymizedIPAddress' ? 'realtime' : 'offline',
      OperationName: 'User Risk Detection',
      RiskEventType: type,
      Source: type.startsWith('mcas') || type === 'newCountry' ? 'MicrosoftCloudAppSecurity' : 'IdentityProtection',
      TokenIssuerType: 'AzureAD',
      UserId: person.objectId,
    }),
  );
  return [
    { table: 'AADRiskyUsers', rows: [user] },
    ...(events.length > 0 ? [{ table: 'AADUserRiskEvents', rows: events }] : []),
  ];
}

/** An alert as the log tables have it: `AlertInfo` and `AlertEvidence` for hunting, `SecurityAlert` in the workspace. */
import type { GraphAlert } from '@/lib/wire/graph-security/alert';
import type { LogBatch, LogRow } from '@/mocks/company/log-row';
import { tenantIds, workspace } from '@/mocks/company/tenant-ids';
import { sentinelAlertOf, sentinelEntitiesOf } from '@/mocks/scenarios/kernel/sentinel-face';
import { compromisedEntityOf } from '@/mocks/store/faces/compromised-entity';
import { evidenceColumns } from '@/mocks/store/faces/evidence-columns';
import { detectionSourceWords, productNames } from '@/mocks/store/faces/product';
import type { AlertRecord } from '@/mocks/store/records/alert-record';

/** `InitialAccess` → `Initial access`: the hunting tables write tactics as a person would. */
const words = (tactic: string): string =>
  tactic.replace(/([a-z])([A-Z])/g, (_, end: string, start: string) => `${end} ${start.toLowerCase()}`);

const capital = (text: string): string => text.replace(/^./, (first) => first.toUpperCase());

function shared(graph: GraphAlert): LogRow {
  return {
    Timestamp: graph.createdDateTime,
    AlertId: graph.id,
    Title: graph.title,
    Severity: capital(graph.severity),
    ServiceSource: productNames(graph.serviceSource).hunting,
    DetectionSource: detectionSourceWords(graph.detectionSource),
    AttackTechniques: graph.mitreTechniques?.length ? JSON.stringify(graph.mitreTechniques) : '',
    SourceSystem: 'M365D',
    TenantId: tenantIds.tenantId,
  };
}

/** Only Defender's own tables: an alert that lives in Sentinel alone isn't in them. */
export function huntingAlertRows({ graph }: AlertRecord): LogBatch[] {
  const common = shared(graph);
  const categories = JSON.stringify((graph.categories ?? []).map(words));
  return [
    { table: 'AlertInfo', rows: [{ ...common, Category: words(graph.category ?? graph.categories?.[0] ?? '') }] },
    {
      table: 'AlertEvidence',
      rows: (graph.evidence ?? []).map((evidence) => ({
        ...common,
        Categories: categories,
        ThreatFamily: graph.threatFamilyName,
        EvidenceRole: evidence.roles?.some((role) => role === 'attacked' || role === 'compromised')
          ? 'Impacted'
          : 'Related',
        ...evidenceColumns(evidence),
      })),
    },
  ];
}

/** One row for each state the alert was in: the table is a log of changes. `at` is when this state was written. */
export function securityAlertRow(record: AlertRecord, at: string): LogBatch {
  const { graph, systemAlertId } = record;
  const face = sentinelAlertOf(graph).properties;
  const row: LogRow = {
    TimeGenerated: at,
    DisplayName: graph.title,
    AlertName: graph.title,
    AlertSeverity: face.severity,
    Description: graph.description,
    ProviderName: productNames(graph.serviceSource).provider,
    VendorName: 'Microsoft',
    VendorOriginalId: graph.providerAlertId ?? graph.id,
    SystemAlertId: systemAlertId,
    AlertType: face.alertType,
    IsIncident: false,
    StartTime: graph.firstActivityDateTime,
    EndTime: graph.lastActivityDateTime,
    ProcessingEndTime: graph.createdDateTime,
    RemediationSteps: JSON.stringify(graph.recommendedActions ? [graph.recommendedActions] : []),
    ExtendedProperties: JSON.stringify({ 'Alert Id': graph.id, IncidentId: graph.incidentId ?? '' }),
    Entities: JSON.stringify(entityDocuments(graph)),
    WorkspaceSubscriptionId: workspace.subscriptionId,
    WorkspaceResourceGroup: workspace.resourceGroup,
    ProductName: face.productName,
    ProductComponentName: face.productComponentName ?? '',
    AlertLink: graph.alertWebUrl,
    Status: face.status,
    CompromisedEntity: compromisedEntityOf(graph) ?? '',
    Tactics: (graph.categories ?? []).join(','),
    Techniques: JSON.stringify(graph.mitreTechniques ?? []),
  };
  return { table: 'SecurityAlert', rows: [row] };
}

/** The entities as the table's text column has them: numbered, with PascalCase names and the type in lower case. */
function entityDocuments(graph: GraphAlert): unknown[] {
  return sentinelEntitiesOf([graph]).map(({ kind, properties }, index) => ({
    $id: String(index + 2),
    Type: entityTypes[kind] ?? kind.toLowerCase(),
    ...Object.fromEntries(
      Object.entries(properties)
        .filter(([name, value]) => name !== 'friendlyName' && value !== null && value !== undefined)
        .map(([name, value]) => [columnNames[name] ?? capital(name), value]),
    ),
  }));
}

const entityTypes: Record<string, string> = {
  AzureResource: 'azure-resource',
  CloudApplication: 'cloud-application',
  FileHash: 'filehash',
  MailMessage: 'mailMessage',
  RegistryKey: 'registry-key',
  RegistryValue: 'registry-value',
};
const columnNames: Record<string, string> = {
  accountName: 'Name',
  upnSuffix: 'UPNSuffix',
  aadUserId: 'AadUserId',
  hashValue: 'Value',
  fileName: 'Name',
  appName: 'Name',
};

/** A Sentinel incident as `SecurityIncident` logs it: one row for each state it was in, the newest counts. */
import type { LogBatch, LogRow } from '@/mocks/company/log-row';
import { workspace } from '@/mocks/company/tenant-ids';
import { sentinelProductName } from '@/mocks/scenarios/kernel/sentinel-face';
import { sentinelIncidentUrl } from '@/mocks/store/faces/arm-ids';
import { providerIncidentIdOf, providerNameOf } from '@/mocks/store/faces/sentinel-incident-face';
import { tacticsOfAll } from '@/mocks/store/faces/tactics';
import type { AlertRecord } from '@/mocks/store/records/alert-record';
import type { SentinelIncidentRecord } from '@/mocks/store/records/sentinel-incident-record';
import type { SentinelTaskRecord } from '@/mocks/store/records/sentinel-resource-records';

export function securityIncidentRow(record: SentinelIncidentRecord, alerts: readonly AlertRecord[]): LogBatch {
  const { fields } = record;
  const graphAlerts = alerts.map((alert) => alert.graph);
  const { objectId, email, assignedTo, userPrincipalName } = fields.owner;
  const row: LogRow = {
    TimeGenerated: record.updatedAt,
    IncidentName: record.name,
    IncidentNumber: record.number,
    IncidentUrl: sentinelIncidentUrl(record.name),
    Title: fields.title,
    // Since the move to the Defender portal this column is no longer filled for its incidents.
    Description: providerNameOf(record) === 'Microsoft XDR' ? '' : fields.description,
    Severity: fields.severity,
    Status: fields.status,
    Classification: fields.classification,
    ClassificationReason: fields.classificationReason,
    ClassificationComment: fields.classificationComment,
    Owner: { objectId, email, assignedTo, userPrincipalName },
    Labels: fields.labels,
    ProviderName: providerNameOf(record),
    ProviderIncidentId: providerIncidentIdOf(record),
    CreatedTime: record.createdAt,
    FirstModifiedTime: record.createdAt,
    LastModifiedTime: record.updatedAt,
    ClosedTime: record.closedAt,
    FirstActivityTime: fields.firstActivityTimeUtc,
    LastActivityTime: fields.lastActivityTimeUtc,
    ModifiedBy: record.modifiedBy,
    AlertIds: alerts.map((alert) => alert.systemAlertId),
    BookmarkIds: (record.bookmarks ?? []).map((relation) => relation.bookmark),
    Tasks: (record.tasks ?? []).map(taskColumn),
    Comments: record.comments.map(({ message, author, createdAt }) => ({ message, author, createdTimeUtc: createdAt })),
    RelatedAnalyticRuleIds: record.relatedAnalyticRuleIds.map((id) => id.split('/').at(-1)),
    AdditionalData: {
      alertsCount: alerts.length,
      bookmarksCount: record.bookmarks?.length ?? 0,
      commentsCount: record.comments.length,
      alertProductNames: [...new Set(graphAlerts.map((alert) => sentinelProductName(alert.serviceSource)))],
      tactics: tacticsOfAll(graphAlerts),
      techniques: [...new Set(graphAlerts.flatMap((alert) => alert.mitreTechniques ?? []))],
    },
    SourceSystem: 'Azure',
    TenantId: workspace.customerId,
  };
  return { table: 'SecurityIncident', rows: [row] };
}

/** As the column spells a task: times in UTC, whoever made and changed it. */
const taskColumn = (task: SentinelTaskRecord) => ({
  taskId: task.name,
  title: task.title,
  description: task.description ?? '',
  status: task.status,
  createdTimeUtc: task.createdAt,
  lastModifiedTimeUtc: task.updatedAt,
  createdBy: task.createdBy,
  lastModifiedBy: task.updatedBy,
});

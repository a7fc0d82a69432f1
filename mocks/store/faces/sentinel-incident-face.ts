/** A Sentinel incident as Azure Resource Manager sends it. */
import type { SentinelIncident } from '@/lib/wire/sentinel/incident';
import { sentinelProductName } from '@/mocks/scenarios/kernel/sentinel-face';
import { defenderIncidentUrl, etagOf, incidentResourceId, sentinelIncidentUrl } from '@/mocks/store/faces/arm-ids';
import { tacticsOfAll } from '@/mocks/store/faces/tactics';
import type { AlertRecord } from '@/mocks/store/records/alert-record';
import type { SentinelIncidentRecord } from '@/mocks/store/records/sentinel-incident-record';

/** What onboarding to the Defender portal makes of `providerName`; a workspace's own incidents keep the old name. */
export const providerNameOf = (record: SentinelIncidentRecord): string =>
  record.twin === null ? 'Azure Sentinel' : (record.providerName ?? 'Microsoft XDR');

/** The trap Microsoft left: without a Defender twin this repeats the incident's own number. */
export const providerIncidentIdOf = (record: SentinelIncidentRecord): string => record.twin ?? String(record.number);

export function sentinelIncidentFace(record: SentinelIncidentRecord, alerts: readonly AlertRecord[]): SentinelIncident {
  const graphAlerts = alerts.map((alert) => alert.graph);
  const { classification, classificationReason, classificationComment, description, ...fields } = record.fields;
  return {
    id: incidentResourceId(record.name),
    name: record.name,
    etag: etagOf(record.revision, record.updatedAt),
    type: 'Microsoft.SecurityInsights/Incidents',
    properties: {
      ...fields,
      ...(description === null ? {} : { description }),
      ...(classification === null ? {} : { classification }),
      ...(classificationReason === null ? {} : { classificationReason }),
      ...(classificationComment === null ? {} : { classificationComment }),
      createdTimeUtc: record.createdAt,
      lastModifiedTimeUtc: record.updatedAt,
      incidentNumber: record.number,
      incidentUrl: sentinelIncidentUrl(record.name),
      providerName: providerNameOf(record),
      providerIncidentId: providerIncidentIdOf(record),
      relatedAnalyticRuleIds: record.relatedAnalyticRuleIds,
      additionalData: {
        alertsCount: alerts.length,
        bookmarksCount: record.bookmarks?.length ?? 0,
        commentsCount: record.comments.length,
        alertProductNames: [...new Set(graphAlerts.map((alert) => sentinelProductName(alert.serviceSource)))],
        tactics: tacticsOfAll(graphAlerts),
        ...(record.twin === null ? {} : { providerIncidentUrl: defenderIncidentUrl(record.twin) }),
      },
    },
  };
}

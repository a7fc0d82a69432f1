/**
 * Indicators as the workspace logs them: `ThreatIntelligenceIndicator`, which most queries still read, and its
 * successor `ThreatIntelIndicators`. https://learn.microsoft.com/azure/sentinel/work-with-stix-objects-indicators
 */
import type { SentinelIndicatorFields } from '@/lib/wire/sentinel/threat-intelligence';
import type { LogBatch, LogRow } from '@/mocks/company/log-row';
import { tenantIds, workspace } from '@/mocks/company/tenant-ids';
import type { Shelved } from '@/mocks/store/shelf';

export type Observable = { readonly type: string; readonly path: string; readonly value: string };

/** The first comparison of a pattern: `[file:hashes.'SHA-256' = '…']` names a type, a path and a value. */
export function observableOf(pattern: string): Observable | null {
  const [, type, path, value] = /\[\s*([a-z0-9-]+):([^=\s]+)\s*=\s*'((?:[^'\\]|\\.)*)'/i.exec(pattern) ?? [];
  if (!type || !path || value === undefined) return null;
  return { type: type.toLowerCase(), path, value: value.replaceAll(/\\(.)/g, '$1') };
}

function observableColumns(observable: Observable | null): LogRow {
  if (!observable) return {};
  const { type, path, value } = observable;
  switch (type) {
    case 'ipv4-addr':
    case 'ipv6-addr':
      return { NetworkIP: value };
    case 'domain-name':
      return { DomainName: value };
    case 'url':
      return { Url: value };
    case 'email-addr':
      return { EmailSenderAddress: value };
    case 'file':
      return /hash/i.test(path)
        ? {
            FileHashType: /sha-?256/i.test(path) ? 'SHA256' : /sha-?1/i.test(path) ? 'SHA1' : 'MD5',
            FileHashValue: value,
          }
        : { FileName: value };
    default:
      return {};
  }
}

export function indicatorRows(record: Shelved<SentinelIndicatorFields>, at: string, deleted: boolean): LogBatch[] {
  const { fields } = record;
  const observable = observableOf(fields.pattern ?? '');
  const until = fields.validUntil || null;
  const active = !deleted && fields.revoked !== true && (until === null || Date.parse(until) > Date.parse(at));
  const tags = JSON.stringify(fields.threatIntelligenceTags ?? []);
  const confidence = fields.confidence ?? 0;
  const common = {
    TimeGenerated: at,
    Tags: tags,
    SourceSystem: fields.source ?? 'Microsoft Sentinel',
    TenantId: workspace.customerId,
  };
  return [
    {
      table: 'ThreatIntelligenceIndicator',
      rows: [
        {
          ...common,
          ...observableColumns(observable),
          IndicatorId: record.name,
          ExternalIndicatorId: `indicator--${record.name}`,
          IndicatorProvider: fields.source ?? 'Microsoft Sentinel',
          IndicatorType: observable?.type ?? '',
          Action: 'alert',
          Active: active,
          ConfidenceScore: confidence,
          ThreatSeverity: Math.ceil(confidence / 20),
          ThreatType: fields.threatTypes?.[0] ?? '',
          Description: fields.description ?? '',
          ExpirationDateTime: until,
          TrafficLightProtocolLevel: 'amber',
        },
      ],
    },
    {
      table: 'ThreatIntelIndicators',
      rows: [
        {
          ...common,
          AzureTenantId: tenantIds.tenantId,
          WorkspaceId: workspace.customerId,
          Id: `indicator--${record.name}`,
          Confidence: confidence,
          Created: record.createdAt,
          Modified: record.updatedAt,
          IsActive: active,
          IsDeleted: deleted,
          Revoked: fields.revoked ?? false,
          LastUpdateMethod: 'LogARM',
          ObservableKey: observable ? `${observable.type}:${observable.path}` : '',
          ObservableValue: observable?.value ?? '',
          Pattern: fields.pattern ?? '',
          ValidFrom: fields.validFrom || null,
          ValidUntil: until,
          Data: { type: 'indicator', name: fields.displayName ?? '', indicator_types: fields.threatTypes ?? [] },
          AdditionalFields: {},
        },
      ],
    },
  ];
}

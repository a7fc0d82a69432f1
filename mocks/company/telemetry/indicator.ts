/** `ThreatIntelligenceIndicator`: an address or a domain that a feed warns of. */
import type { LogRow } from '@/mocks/company/log-row';

export type Indicator = {
  readonly at: number;
  readonly id: string;
  readonly ip?: string;
  readonly domain?: string;
  readonly threatType: string;
  /** 0 to 100. */
  readonly confidence: number;
  readonly provider: string;
  readonly expiresAt: number;
  readonly description?: string;
};

/** `IndicatorType` is not in Microsoft's published schema of the table; a query of the course filters by it. */
export function indicatorRow(indicator: Indicator): LogRow {
  const isAddress = indicator.ip !== undefined;
  return {
    TimeGenerated: indicator.at,
    IndicatorId: indicator.id,
    ExternalIndicatorId: `indicator--${indicator.id}`,
    IndicatorProvider: indicator.provider,
    IndicatorType: isAddress ? 'ipv4-addr' : 'domain-name',
    NetworkIP: indicator.ip ?? '',
    DomainName: indicator.domain ?? '',
    ThreatType: indicator.threatType,
    ConfidenceScore: indicator.confidence,
    ThreatSeverity: Math.ceil(indicator.confidence / 20),
    Active: indicator.expiresAt > indicator.at,
    Action: 'alert',
    ExpirationDateTime: indicator.expiresAt,
    Description: indicator.description ?? `Seen by ${indicator.provider}`,
    TrafficLightProtocolLevel: 'amber',
    Tags: JSON.stringify([indicator.threatType.toLowerCase()]),
    SourceSystem: indicator.provider,
  };
}

/** `ThreatIntelIndicators`, the table that follows the former: the same entry as STIX has it. */
export function stixIndicatorRow(indicator: Indicator): LogRow {
  const observable = indicator.ip === undefined ? 'domain-name' : 'ipv4-addr';
  const value = indicator.ip ?? indicator.domain ?? '';
  const pattern = `[${observable}:value = '${value}']`;
  const id = `indicator--${indicator.id}`;
  return {
    TimeGenerated: indicator.at,
    Id: id,
    ObservableKey: `${observable}:value`,
    ObservableValue: value,
    Pattern: pattern,
    Confidence: indicator.confidence,
    IsActive: indicator.expiresAt > indicator.at,
    IsDeleted: false,
    Revoked: false,
    Created: indicator.at,
    Modified: indicator.at,
    ValidFrom: indicator.at,
    ValidUntil: indicator.expiresAt,
    Tags: indicator.threatType.toLowerCase(),
    Data: {
      type: 'indicator',
      id,
      pattern,
      pattern_type: 'stix',
      labels: ['malicious-activity'],
      confidence: indicator.confidence,
      valid_from: new Date(indicator.at).toISOString(),
      valid_until: new Date(indicator.expiresAt).toISOString(),
    },
    SourceSystem: indicator.provider,
  };
}

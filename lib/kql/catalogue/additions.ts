/**
 * Columns which queries in the wild use although Microsoft's published table reference lacks them.
 * `unpublished` ones are shown as such in the schema pane.
 */
export type Addition = { readonly column: string; readonly unpublished: boolean };

export const additions: Readonly<Record<string, readonly Addition[]>> = {
  // Course material filters by it; the published table has AccountObjectId, AccountId and AccountDisplayName only.
  CloudAppEvents: [{ column: 'AccountUpn:string', unpublished: true }],
  // The reference lists a sample of this table: every resource type adds columns of its own.
  // https://learn.microsoft.com/azure/key-vault/general/logging
  AzureDiagnostics: [
    { column: 'TimeGenerated:datetime', unpublished: false },
    { column: 'ResourceId:string', unpublished: false },
    { column: 'SubscriptionId:string', unpublished: false },
    { column: 'TenantId:string', unpublished: false },
    { column: 'SourceSystem:string', unpublished: false },
    { column: 'Type:string', unpublished: false },
    { column: 'identity_claim_upn_s:string', unpublished: true },
    { column: 'identity_claim_oid_g:guid', unpublished: true },
    { column: 'requestUri_s:string', unpublished: true },
    { column: 'httpStatusCode_d:real', unpublished: true },
    { column: 'trustedService_s:string', unpublished: true },
    // https://learn.microsoft.com/azure/logic-apps/monitor-workflows-collect-diagnostic-data
    { column: 'status_s:string', unpublished: true },
    { column: 'startTime_t:datetime', unpublished: true },
    { column: 'correlation_clientTrackingId_s:string', unpublished: true },
  ],
  // The name that was asked for: queries of Microsoft's own solution use it, and the published table lacks it.
  DnsEvents: [{ column: 'Name:string', unpublished: true }],
  // Course material filters by it; Microsoft's newer table ThreatIntelIndicators has a pattern instead.
  ThreatIntelligenceIndicator: [{ column: 'IndicatorType:string', unpublished: true }],
  SigninLogs: [
    { column: 'TenantId:string', unpublished: false },
    { column: 'ResourceId:string', unpublished: false },
  ],
  AuditLogs: [{ column: 'TenantId:string', unpublished: false }],
};

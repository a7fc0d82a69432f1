/** An analytics rule for tests, as a PUT of it: hourly, and any row raises an alert. It is off unless a test says so. */
export const scheduledRule = (change: { displayName: string; query: string } & Record<string, unknown>) => ({
  kind: 'Scheduled',
  properties: {
    enabled: false,
    severity: 'Low',
    queryFrequency: 'PT1H',
    queryPeriod: 'PT1H',
    triggerOperator: 'GreaterThan',
    triggerThreshold: 0,
    suppressionDuration: 'PT1H',
    suppressionEnabled: false,
    ...change,
  },
});

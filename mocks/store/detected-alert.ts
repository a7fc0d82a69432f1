/** An alert that a rule of the tenant's own raised: an analytics rule of Sentinel, or a custom detection of Defender. */
import { type AlertFacts, raiseAlert } from '@/mocks/scenarios/kernel/alert';
import type { AlertRecord } from '@/mocks/store/records/alert-record';
import { alertRecordOf } from '@/mocks/store/records/new-alert';

export type DetectedFacts = AlertFacts & {
  /** What else is known of it: the query, its window, what it counted. */
  readonly additionalData: Record<string, unknown>;
  readonly productName?: string | undefined;
};

export const detectedSeverities = ['high', 'medium', 'low', 'informational'] as const;
export type DetectedSeverity = (typeof detectedSeverities)[number];

/** `High` or `high`; anything else is undefined. */
export const detectedSeverityOf = (text: string): DetectedSeverity | undefined =>
  detectedSeverities.find((severity) => severity === text.toLowerCase());

/** Belongs to no incident yet. `inGraph` is false for one that stays in the workspace. */
export function detectedAlert({ additionalData, productName, ...facts }: DetectedFacts, inGraph: boolean): AlertRecord {
  const raised = raiseAlert(facts);
  return alertRecordOf(
    { ...raised, ...(productName ? { productName } : {}), additionalData, incidentId: null, incidentWebUrl: null },
    inGraph,
  );
}

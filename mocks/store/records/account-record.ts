/** What became of somebody's account: whether it is on, which sessions still count, and how risky Entra holds it to be. */
import type { GraphRiskDetail, GraphRiskLevel, GraphRiskState } from '@/lib/wire/graph-directory/risky-user';
import type { Person } from '@/mocks/company/people';

export type AccountRisk = {
  readonly level: Exclude<GraphRiskLevel, 'hidden' | 'unknownFutureValue'>;
  readonly state: Exclude<GraphRiskState, 'unknownFutureValue'>;
  readonly detail: Exclude<GraphRiskDetail, 'unknownFutureValue'>;
  /** Names such as `unfamiliarFeatures`, when a detection led here. */
  readonly eventTypes: readonly string[];
  /** The administrator's object id; null when it was Microsoft. */
  readonly initiatedBy: string | null;
  readonly initiatedByName?: string;
  readonly at: string;
};

export type AccountFields = {
  /** Entra's `accountEnabled`. */
  enabled: boolean;
  /** The account in Active Directory. */
  onPremisesEnabled: boolean;
  /** Tokens from before are worthless. ISO 8601. */
  sessionsValidFrom: string;
  /** The password has to be changed at the next sign-in. */
  mustChangePassword: boolean;
};

export type AccountRecord = {
  readonly person: Person;
  fields: AccountFields;
  /** Every state the risk was in, oldest first; empty for those who never were at risk. */
  risks: readonly AccountRisk[];
};

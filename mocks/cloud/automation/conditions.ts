/**
 * Whether an automation rule's conditions hold. Texts are compared without regard to case; one of the wanted values is
 * enough, and for the negative operators none of the incident's values may fit any of them.
 * https://learn.microsoft.com/azure/sentinel/add-advanced-conditions-to-automation-rules
 */
import type { AutomationConditionOperator } from '@/lib/wire/sentinel/automation-property';
import type { SentinelAutomationCondition } from '@/lib/wire/sentinel/automation-rule';
import { type Occasion, valuesOf } from '@/mocks/cloud/automation/incident-values';
import { tacticsOfAll } from '@/mocks/store/faces/tactics';
import type { SentinelIncidentRecord } from '@/mocks/store/records/sentinel-incident-record';
import type { Store } from '@/mocks/store/store';

/** What is remembered of an incident between two looks at it. */
export type Snapshot = {
  severity: string;
  status: string;
  owner: string;
  alerts: number;
  labels: number;
  comments: number;
  tactics: number;
};

export function snapshotOf(store: Store, incident: SentinelIncidentRecord): Snapshot {
  const { fields, alertIds, comments } = incident;
  return {
    severity: fields.severity,
    status: fields.status,
    owner: fields.owner.objectId ?? fields.owner.userPrincipalName ?? '',
    alerts: alertIds.length,
    labels: fields.labels.length,
    comments: comments.length,
    tactics: tacticsOfAll(store.alerts.pick(alertIds).map(({ graph }) => graph)).length,
  };
}

/** `before` and `after` are the same for an incident that was just made. */
export type Change = { before: Snapshot; after: Snapshot };

type Positive = 'Equals' | 'Contains' | 'StartsWith' | 'EndsWith';
const fits: Record<Positive, (value: string, wanted: string) => boolean> = {
  Equals: (value, wanted) => value === wanted,
  Contains: (value, wanted) => value.includes(wanted),
  StartsWith: (value, wanted) => value.startsWith(wanted),
  EndsWith: (value, wanted) => value.endsWith(wanted),
};
const operators: Record<AutomationConditionOperator, { test: Positive; holds: boolean }> = {
  Equals: { test: 'Equals', holds: true },
  NotEquals: { test: 'Equals', holds: false },
  Contains: { test: 'Contains', holds: true },
  NotContains: { test: 'Contains', holds: false },
  StartsWith: { test: 'StartsWith', holds: true },
  NotStartsWith: { test: 'StartsWith', holds: false },
  EndsWith: { test: 'EndsWith', holds: true },
  NotEndsWith: { test: 'EndsWith', holds: false },
};

export function compares(
  operator: AutomationConditionOperator,
  values: readonly string[],
  wanted: readonly string[],
): boolean {
  const { test, holds } = operators[operator];
  const found = values.some((value) => wanted.some((one) => fits[test](value.toLowerCase(), one.toLowerCase())));
  return found === holds;
}

const changedFields = { IncidentSeverity: 'severity', IncidentStatus: 'status', IncidentOwner: 'owner' } as const;
const grownFields = { Alerts: 'alerts', Labels: 'labels', Tactics: 'tactics', Comments: 'comments' } as const;

export function holds(condition: SentinelAutomationCondition, occasion: Occasion, change: Change): boolean {
  switch (condition.conditionType) {
    case 'Property': {
      const { propertyName, operator, propertyValues } = condition.conditionProperties;
      return compares(operator, valuesOf(propertyName, occasion), propertyValues);
    }
    case 'PropertyChanged': {
      const { propertyName, changeType, operator, propertyValues } = condition.conditionProperties;
      const field = changedFields[propertyName];
      if (change.before[field] === change.after[field]) return false;
      if (!changeType || !propertyValues?.length) return true;
      const value = changeType === 'ChangedFrom' ? change.before[field] : change.after[field];
      return compares(operator ?? 'Equals', [value], propertyValues);
    }
    case 'PropertyArrayChanged': {
      const field = grownFields[condition.conditionProperties.arrayType];
      return change.after[field] > change.before[field];
    }
    case 'PropertyArray': {
      const { itemConditions, arrayConditionType } = condition.conditionProperties;
      const hold = itemConditions.map((inner) => holds(inner, occasion, change));
      return arrayConditionType === 'AllItems' ? hold.every(Boolean) : hold.some(Boolean);
    }
    case 'Boolean': {
      const { operator, innerConditions } = condition.conditionProperties;
      const hold = innerConditions.map((inner) => holds(inner, occasion, change));
      return operator === 'And' ? hold.every(Boolean) : hold.some(Boolean);
    }
  }
}

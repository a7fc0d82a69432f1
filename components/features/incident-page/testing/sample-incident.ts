/** The incident that the component tests of this folder look at, small enough to read; tests change what they need. */
import type { Alert, Evidence } from '@/lib/domain/alert/alert';
import type { Entity, IncidentEntity } from '@/lib/domain/entity/entity';
import type { Incident } from '@/lib/domain/incident/incident';
import type { IncidentDetail } from '@/lib/domain/incident/incident-detail';
import type { IncidentTask } from '@/lib/domain/incident/task';

export const alex: Entity = {
  kind: 'user',
  id: 'user:alex.johnson@contoso.com',
  label: 'alex.johnson@contoso.com',
  facts: [{ name: 'userAccount.displayName', value: 'Alex Johnson' }],
};
export const address: Entity = { kind: 'ip', id: 'ip:185.0.0.7', label: '185.0.0.7', facts: [] };
export const vault: Entity = { kind: 'azureResource', id: 'azureResource:kv', label: 'kv-contoso-prod', facts: [] };

export function sampleEvidence(entity: Entity, change: Partial<Evidence> = {}): Evidence {
  return { entity, roles: [], verdict: 'suspicious', remediation: 'active', createdAt: null, ...change };
}

export function sampleAlert(id: string, from: string, change: Partial<Alert> = {}): Alert {
  const time = `2025-01-15T${from}:00.000Z`;
  return {
    id,
    title: `Alert ${id}`,
    description: null,
    severity: 'high',
    status: 'new',
    product: 'sentinel',
    productName: 'Microsoft Sentinel',
    detectionSource: 'scheduledAlerts',
    systems: ['defender'],
    webUrl: null,
    tactics: [],
    techniques: [],
    assignee: null,
    evidence: [],
    recommendedActions: null,
    firstActivityAt: time,
    lastActivityAt: time,
    createdAt: time,
    incidentKey: '12345',
    ...change,
  };
}

export function sampleEntity(entity: Entity, change: Partial<IncidentEntity> = {}): IncidentEntity {
  return { ...entity, alertIds: [], roles: [], verdict: 'unknown', remediation: null, ...change };
}

export function sampleIncident(change: Partial<Incident> = {}): Incident {
  return {
    key: '12345',
    title: 'Multi-stage attack: Suspicious sign-in + credential access',
    description: null,
    status: 'new',
    severity: 'high',
    verdict: null,
    assignee: null,
    tags: [],
    defender: {
      id: '12345',
      webUrl: 'https://security.microsoft.com/incidents/12345',
      updatedAt: '2025-01-15T10:04:00.000Z',
    },
    sentinel: {
      name: '00000000-0000-4000-8000-000000012345',
      number: 871,
      webUrl: 'https://portal.azure.com/#incident/871',
      updatedAt: '2025-01-15T10:04:30.000Z',
      providerName: 'Microsoft XDR',
    },
    products: ['sentinel', 'defenderForCloudApps', 'entraIdProtection'],
    alertCount: 4,
    tactics: ['InitialAccess', 'CredentialAccess'],
    priorityScore: 92,
    createdAt: '2025-01-15T09:06:00.000Z',
    updatedAt: '2025-01-15T10:04:00.000Z',
    firstActivityAt: '2025-01-15T08:30:00.000Z',
    lastActivityAt: '2025-01-15T10:00:00.000Z',
    redirectedTo: null,
    sync: {},
    ...change,
  };
}

export function sampleDetail(change: Partial<IncidentDetail> = {}): IncidentDetail {
  return {
    incident: sampleIncident(),
    alerts: [],
    entities: [],
    comments: [],
    failures: [],
    readAt: '2025-01-15T10:05:00.000Z',
    ...change,
  };
}

export function sampleTask(change: Partial<IncidentTask> = {}): IncidentTask {
  return {
    id: 't1',
    title: 'Call the user',
    description: 'Ask about the mail.',
    status: 'open',
    createdAt: '2025-01-15T09:30:00.000Z',
    createdBy: 'Sam Lee',
    changedAt: null,
    changedBy: null,
    state: 'confirmed',
    removing: false,
    commandId: null,
    reason: null,
    ...change,
  };
}

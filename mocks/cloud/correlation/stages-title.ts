/**
 * What Defender calls an incident once other alerts have joined the one that it began with: by stages, endpoints and
 * sources. https://learn.microsoft.com/defender-xdr/manage-incidents (incident name)
 */
import { entityKeys } from '@/mocks/cloud/correlation/shared-entities';
import type { AlertRecord } from '@/mocks/store/records/alert-record';

/** `CommandAndControl` → `Command and control`. */
function words(category: string): string {
  const apart = category.replace(/(?<=[a-z])(?=[A-Z])/gu, ' ').toLowerCase();
  return apart.charAt(0).toUpperCase() + apart.slice(1);
}

const amount = (count: number, noun: string): string => (count === 1 ? `one ${noun}` : `multiple ${noun}s`);

export function stagesTitle(alerts: readonly AlertRecord[]): string {
  const stages = [...new Set(alerts.flatMap(({ graph }) => graph.category ?? []))].map(words);
  const endpoints = new Set(
    alerts.flatMap(({ graph }) =>
      entityKeys(graph)
        .filter(({ kind }) => kind === 'device')
        .map(({ label }) => label),
    ),
  );
  const sources = new Set(alerts.map(({ graph }) => graph.serviceSource));
  return [
    'Multi-stage incident',
    ...(stages.length === 0 ? [] : [`involving ${stages.slice(0, 2).join(' & ')}`]),
    ...(endpoints.size === 0 ? [] : [`on ${amount(endpoints.size, 'endpoint')}`]),
    `reported by ${amount(sources.size, 'source')}`,
  ].join(' ');
}

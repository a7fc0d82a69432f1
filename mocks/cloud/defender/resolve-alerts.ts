/**
 * Resolving an incident in Defender resolves its open alerts with the same verdict, whichever side resolved it.
 * https://learn.microsoft.com/defender-xdr/manage-incidents
 */
import type { Actor } from '@/mocks/store/events';
import type { Store } from '@/mocks/store/store';

const defender: Actor = { kind: 'cloud', name: 'Microsoft Defender XDR' };

export function startResolvingAlerts(store: Store): () => void {
  return store.listen((event) => {
    if (event.kind !== 'graphIncidentChanged' || !event.fields.includes('status')) return;
    const { fields, alertIds } = event.incident;
    if (fields.status !== 'resolved') return;
    for (const alert of store.alerts.pick(alertIds)) {
      if (alert.graph.status === 'resolved') continue;
      const { classification, determination } = fields;
      store.alerts.change(
        alert,
        {
          status: 'resolved',
          ...(classification ? { classification } : {}),
          ...(determination ? { determination } : {}),
        },
        defender,
      );
    }
  });
}

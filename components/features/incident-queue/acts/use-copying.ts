/** Copying links, ids and indicators of incidents. Indicators are made harmless unless they are asked for raw. */
'use client';
import { useQueryClient } from '@tanstack/react-query';
import { idsOf, indicatorText, linksOf } from '@/components/features/incident-queue/acts/copy-words';
import { incidentName } from '@/components/features/incident-queue/acts/incident-name';
import { copyText } from '@/components/ui/copy-button';
import { showToast } from '@/components/ui/toast';
import type { Incident } from '@/lib/domain/incident/incident';
import { incidentQueries } from '@/lib/queries/incidents';

export type CopiedForm = 'link' | 'ids' | 'indicators' | 'rawIndicators';

export function useCopying(): (form: CopiedForm, incidents: readonly Incident[]) => void {
  const client = useQueryClient();
  const copyIndicators = async (incidents: readonly Incident[], form: 'defanged' | 'raw') => {
    const [incident] = incidents;
    if (incident === undefined || incidents.length > 1) {
      showToast('Indicators are copied of one incident', { tone: 'error', detail: 'Several are selected.' });
      return;
    }
    try {
      const reply = await client.ensureQueryData(incidentQueries.detail(incident.key));
      const text = reply.kind === 'found' ? indicatorText(reply.detail.entities, form) : '';
      if (text === '') showToast(`${incidentName(incident)} has no indicators`);
      else if (await copyText(text)) showToast(`${text.split('\n').length} indicators copied, ${form}`);
    } catch (error) {
      showToast('The entities could not be read', {
        tone: 'error',
        detail: error instanceof Error ? error.message : String(error),
      });
    }
  };
  const copyOf = async (form: CopiedForm, incidents: readonly Incident[]) => {
    if (form === 'indicators' || form === 'rawIndicators') {
      await copyIndicators(incidents, form === 'indicators' ? 'defanged' : 'raw');
      return;
    }
    const text = form === 'link' ? linksOf(incidents, window.location.origin) : idsOf(incidents);
    if (await copyText(text)) showToast(form === 'link' ? 'Link copied' : 'Ids copied', { id: 'copied' });
  };
  return (form, incidents) => void copyOf(form, incidents);
}

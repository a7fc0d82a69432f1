/** Whether there is still something to do about an incident: neither resolved nor gone into another one. */
import type { Incident } from '@/lib/domain/incident/incident';

export const isOpen = ({ status }: Pick<Incident, 'status'>): boolean =>
  status !== 'resolved' && status !== 'redirected';

/** What the alerts of an incident share, found when a row asks for it, and the way from one to the other. */
import { useMemo } from 'react';
import type { SetIncidentSearch } from '@/components/features/incident-page/incident-search';
import type { Alert } from '@/lib/domain/alert/alert';
import { type SharedEntity, sharedEntities } from '@/lib/domain/alert/shared-entities';

export type AlertLinks = {
  of: (alert: Alert) => readonly SharedEntity[];
  /** Opens the other alert. */
  open: (alertId: string) => void;
  /** How many alerts the incident has here. */
  alerts: number;
};

export function useAlertLinks(alerts: readonly Alert[], setSearch: SetIncidentSearch): AlertLinks {
  return useMemo(
    () => ({
      of: sharedEntities(alerts),
      open: (alertId) => void setSearch({ tab: 'alerts', alert: alertId, find: null }),
      alerts: alerts.length,
    }),
    [alerts, setSearch],
  );
}

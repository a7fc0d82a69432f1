/** Which rows show their alerts. The room they take is known from their number, so nothing jumps when they arrive. */
'use client';
import dynamic from 'next/dynamic';
import { useCallback, useMemo, useState } from 'react';
import { incidentName } from '@/components/features/incident-queue/acts/incident-name';
import type { GridExpansion } from '@/components/grid/grid-expansion';
import { patiently } from '@/components/ui/patiently';
import type { Incident } from '@/lib/domain/incident/incident';

const RowAlerts = dynamic(
  () => patiently(() => import('@/components/features/incident-queue/row-alerts')).then((file) => file.RowAlerts),
  { ssr: false },
);

const linePx = 28;
const mostLines = 8;
const aroundPx = 9;

function heightOf({ alertCount }: Incident): number {
  return Math.min(Math.max(alertCount, 1), mostLines) * linePx + aroundPx;
}

const render = (incident: Incident) => <RowAlerts incidentKey={incident.key} />;
const label = (incident: Incident) => `Alerts of ${incidentName(incident)}`;

export function useExpansion(): GridExpansion<Incident> {
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const onToggle = useCallback((key: string) => {
    setOpen((before) => {
      const next = new Set(before);
      if (!next.delete(key)) next.add(key);
      return next;
    });
  }, []);
  return useMemo(() => ({ open, onToggle, heightOf, render, label }), [open, onToggle]);
}

/** `412 alerts → 37 incidents today`: what grouping saved an analyst from reading. */
'use client';
import { useMemo } from 'react';
import type { Incident } from '@/lib/domain/incident/incident';
import type { QueueAsker } from '@/lib/domain/queue/queue-field';
import { timeSpan } from '@/lib/domain/queue/value-test';

const numbers = new Intl.NumberFormat('en');

export function TodayCount({ all, asker }: { all: readonly Incident[]; asker: QueueAsker }) {
  const fromMs = timeSpan('today', asker)?.fromMs ?? 0;
  const { incidents, alerts } = useMemo(() => {
    const from = new Date(fromMs).toISOString();
    const today = all.filter(({ createdAt, status }) => createdAt >= from && status !== 'redirected');
    return { incidents: today.length, alerts: today.reduce((sum, { alertCount }) => sum + alertCount, 0) };
  }, [all, fromMs]);
  return (
    <span title={`Incidents created since midnight (${asker.zone === 'utc' ? 'UTC' : 'local'}) and the alerts in them`}>
      {numbers.format(alerts)} {alerts === 1 ? 'alert' : 'alerts'} → {numbers.format(incidents)}{' '}
      {incidents === 1 ? 'incident' : 'incidents'} today
    </span>
  );
}

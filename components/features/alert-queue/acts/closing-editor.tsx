/** Resolving one alert or many. Alerts have no tasks of their own, so nothing has to be looked up before. */
'use client';
import { alertActs } from '@/components/features/alert-queue/acts/alert-acts';
import { subjectsOf } from '@/components/queue/acts/act-noun';
import { ResolveDialog } from '@/components/vocabulary/resolve-dialog';
import type { Classification } from '@/components/vocabulary/verdict-words';
import type { AlertRow } from '@/lib/domain/alert/alert-row';
import type { Verdict } from '@/lib/domain/incident/incident';

export function ClosingEditor({
  alerts,
  classification,
  onResolve,
  onClose,
}: {
  alerts: readonly AlertRow[];
  /** Chosen by the second key already. */
  classification: Classification | undefined;
  onResolve: (verdict: Verdict) => void;
  onClose: () => void;
}) {
  const [first] = alerts;
  return (
    <ResolveDialog
      mode="resolve"
      of="alert"
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      subject={subjectsOf(alertActs, alerts)}
      systems={alertActs.systemsOf(alerts)}
      verdict={alerts.length === 1 ? (first?.verdict ?? null) : null}
      {...(classification === undefined ? {} : { classification })}
      onSubmit={onResolve}
    />
  );
}

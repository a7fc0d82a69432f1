/** What an analyst asks of alerts, and what the console answers before anything is sent to Defender. */
import type { AlertChanges, AlertField, AlertRow } from '@/lib/domain/alert/alert-row';
import { alertFieldText } from '@/lib/domain/alert/field-text';
import { changedAlertFields, showsAlertField } from '@/lib/domain/alert/paint';

/** One act upon one alert, by Defender's id of it. */
export type AlertActRequest = {
  /** A GUID of the asker's making: the same id twice is one act. */
  commandId: string;
  id: string;
  changes: AlertChanges;
  /** What the analyst saw in the fields being changed. Null: unknown. */
  seen: AlertChanges | null;
  /** The analyst has been told what somebody else did meanwhile, and wants this nevertheless. */
  overwrite: boolean;
};

/** A field that somebody else changed after the analyst looked. Values are texts for people. */
export type OvertakenAlert = { field: AlertField; yours: string; theirs: string; by: string | null; at: string | null };

/** What came of one `AlertActRequest`. */
export type AlertOutcome =
  /** It is in the journal and painted; sending follows. */
  | { outcome: 'stored'; commandId: string; alert: AlertRow }
  /** Nothing was stored: look at `fields` and ask again with `overwrite`. */
  | { outcome: 'overtaken'; commandId: string; alert: AlertRow; fields: OvertakenAlert[] }
  /** Nothing was stored: not allowed, unknown, or pointless. `reason` is for people. */
  | { outcome: 'refused'; commandId: string; id: string; reason: string };

/** Fields whose value is neither what the analyst saw nor what is asked for now. */
export function overtakenAlertFields(alert: AlertRow, seen: AlertChanges, changes: AlertChanges): AlertField[] {
  return changedAlertFields(changes).filter(
    (field) =>
      seen[field] !== undefined && !showsAlertField(field, alert, seen) && !showsAlertField(field, alert, changes),
  );
}

/** The two values of an overtaken field in words. */
export function overtakenAlert(
  alert: AlertRow,
  field: AlertField,
  changes: AlertChanges,
  whose: { by: string | null; at: string | null },
): OvertakenAlert {
  const wanted: AlertRow = {
    ...alert,
    status: changes.status ?? alert.status,
    assignee: changes.assignee === undefined ? alert.assignee : changes.assignee,
    verdict: changes.verdict ?? alert.verdict,
  };
  return { field, yours: alertFieldText(field, wanted), theirs: alertFieldText(field, alert), ...whose };
}

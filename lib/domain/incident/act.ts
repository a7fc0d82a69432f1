/** What an analyst asks of incidents, and what the console answers before anything is sent to Microsoft. */
import type { Incident, IncidentChanges, SyncedField } from '@/lib/domain/incident/incident';

/** One act upon one incident, by its key. */
export type ActRequest = {
  /** A GUID of the asker's making: the same id twice is one act. */
  commandId: string;
  key: string;
  changes: IncidentChanges;
  /** What the analyst saw in the fields being changed, so that it is noticed when somebody was quicker. Null: unknown. */
  seen: IncidentChanges | null;
  /** The analyst has been told what somebody else did meanwhile, and wants this nevertheless. */
  overwrite: boolean;
};

/** A field that somebody else changed after the analyst looked. Values are texts for people. */
export type Overtaken = {
  field: SyncedField;
  yours: string;
  theirs: string;
  /** Who, where that is known: Sentinel does not say. */
  by: string | null;
  at: string | null;
};

/** What came of one `ActRequest`. */
export type ActOutcome =
  /** It is in the journal and painted; sending and confirming follow. */
  | { outcome: 'stored'; commandId: string; incident: Incident }
  /** Nothing was stored: look at `fields` and ask again with `overwrite`. */
  | { outcome: 'overtaken'; commandId: string; incident: Incident; fields: Overtaken[] }
  /** Nothing was stored: not allowed, unknown, or pointless. `reason` is for people. */
  | { outcome: 'refused'; commandId: string; key: string; reason: string };

/** As many acts as one request may hold. */
export const mostActs = 1_000;

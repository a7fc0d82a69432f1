/** What a change says of one of its fields, in words. */
import type { IncidentChanges, SyncedField } from '@/lib/domain/incident/incident';
import { valuesWith } from '@/lib/domain/incident/overtaken';
import { fieldText, type SyncedValues } from '@/lib/domain/incident/same-field';

const blank: SyncedValues = { title: '', status: 'new', severity: 'unknown', assignee: null, verdict: null, tags: [] };

/** Only for fields that the change names: any other reads as if nobody had ever set it. */
export const changeText = (field: SyncedField, changes: IncidentChanges): string =>
  fieldText(field, valuesWith(blank, changes));

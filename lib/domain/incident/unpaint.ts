/** Takes one command's paint off an incident, leaving what others changed meanwhile. */
import { type Incident, syncedFields } from '@/lib/domain/incident/incident';

/** `before` is the incident as it was when the command was painted. */
export function unpaint(now: Incident, before: Incident, commandId: string): Incident {
  const fields = syncedFields.filter((field) => now.sync[field]?.commandId === commandId);
  if (fields.length === 0) return now;
  const sync = { ...now.sync };
  for (const field of fields) {
    const old = before.sync[field];
    if (old === undefined) delete sync[field];
    else sync[field] = old;
  }
  const values = Object.fromEntries(fields.map((field) => [field, before[field]]));
  return { ...now, ...values, sync };
}

/** What an analyst asked for on an alert, as the body of a Graph PATCH. Only touched fields are named. */
import type { AlertChanges } from '@/lib/domain/alert/alert-row';
import { verdictToGraph } from '@/lib/domain/incident/verdict';
import type { GraphAlertUpdate } from '@/lib/wire/graph-security/alert';

/** The verdict's comment is no part of it: see `AlertChanges`. */
export function alertToGraph({ status, assignee, verdict }: AlertChanges): GraphAlertUpdate {
  return {
    ...(status === undefined ? {} : { status }),
    ...(assignee === undefined ? {} : { assignedTo: assignee }),
    ...(verdict === undefined ? {} : verdictToGraph(verdict)),
  };
}

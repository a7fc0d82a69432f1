/** The tactics an alert belongs to, in Microsoft's spelling (`InitialAccess`): Graph calls them categories. */
import type { GraphAlert } from '@/lib/wire/graph-security/alert';

export function tacticsOf(alert: GraphAlert): string[] {
  const listed = alert.categories ?? [];
  return listed.length > 0 ? listed : alert.category ? [alert.category] : [];
}

export function tacticsOfAll(alerts: readonly GraphAlert[]): string[] {
  return [...new Set(alerts.flatMap(tacticsOf))];
}

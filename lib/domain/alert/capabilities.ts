/** What can be done to an alert, as rules that a page can show: what cannot work is visible, disabled, and says why. */
import type { AlertRow } from '@/lib/domain/alert/alert-row';
import type { Capability } from '@/lib/domain/incident/capabilities';

const allowed: Capability = { allowed: true };

/** Sentinel lists alerts and has no call that changes one: they close with their incident. */
const sentinelOnly: Capability = {
  allowed: false,
  reason:
    'Defender does not show this alert, and Sentinel has no way to change an alert by itself. Change its incident.',
  link: 'https://learn.microsoft.com/rest/api/securityinsights/incidents/list-alerts',
};

const ofDefender = (alert: Pick<AlertRow, 'system'>): Capability =>
  alert.system === 'defender' ? allowed : sentinelOnly;

/** `alertCan.change(alert)`: whether, and if not, why. */
export const alertCan = {
  change: ofDefender,
  comment: ofDefender,
} as const satisfies Record<string, (alert: Pick<AlertRow, 'system'>) => Capability>;

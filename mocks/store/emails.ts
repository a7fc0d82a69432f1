/**
 * What is known of mails besides their rows in `EmailEvents`: the alerts that speak of them, and what has been done to
 * them since they arrived. A mail is a message and one of its recipients.
 */
import type { GraphDeliveryLocation } from '@/lib/wire/graph-security/analyzed-email-enums';
import type { EventBus } from '@/mocks/store/events';

export type EmailKey = { readonly networkMessageId: string; readonly recipient: string };

export type EmailAction = {
  readonly at: string;
  /** As `EmailPostDeliveryEvents.Action` says it. */
  readonly action: string;
  readonly location: GraphDeliveryLocation;
  readonly by: string;
};

export type Emails = {
  alertIdsOf(key: EmailKey): readonly string[];
  /** Oldest first. */
  actionsOf(key: EmailKey): readonly EmailAction[];
  act(key: EmailKey, action: EmailAction): void;
};

export function createEmails(bus: EventBus): Emails {
  const alerts = new Map<string, string[]>();
  const actions = new Map<string, EmailAction[]>();
  const nameOf = ({ networkMessageId, recipient }: EmailKey): string =>
    `${networkMessageId.toLowerCase()} ${recipient.toLowerCase()}`;

  bus.listen((event) => {
    if (event.kind !== 'alertAdded' || !event.alert.inGraph) return;
    for (const one of event.alert.graph.evidence ?? []) {
      if (one['@odata.type'] !== '#microsoft.graph.security.analyzedMessageEvidence') continue;
      const { networkMessageId, recipientEmailAddress: recipient } = one;
      if (!networkMessageId || !recipient) continue;
      const name = nameOf({ networkMessageId, recipient });
      alerts.set(name, [...new Set([...(alerts.get(name) ?? []), event.alert.id])]);
    }
  });

  return {
    alertIdsOf: (key) => alerts.get(nameOf(key)) ?? [],
    actionsOf: (key) => actions.get(nameOf(key)) ?? [],
    act: (key, action) => {
      actions.set(nameOf(key), [...(actions.get(nameOf(key)) ?? []), action]);
    },
  };
}

/**
 * Defender for Office 365 carrying out a remediation: a minute after it was accepted the mails are elsewhere, the log has
 * a row for each, and the alerts that speak of them show it.
 * https://learn.microsoft.com/defender-office-365/remediate-malicious-email-delivered-office-365
 */
import { guidOf } from '@/lib/base/random';
import type { GraphDeliveryLocation, GraphRemediationAction } from '@/lib/wire/graph-security/analyzed-email-enums';
import type { EmailKey } from '@/mocks/store/emails';
import type { LogWriter } from '@/mocks/store/log-writer';
import type { AlertRecord } from '@/mocks/store/records/alert-record';
import type { Store } from '@/mocks/store/store';

/** From the accepted request to the mailboxes. */
const remediationMs = 60_000;

export type SupportedRemediation = Exclude<GraphRemediationAction, 'moveToQuarantine' | 'unknownFutureValue'>;

type Outcome = { action: string; where: string; location: GraphDeliveryLocation };
const outcomes: Record<SupportedRemediation, Outcome> = {
  moveToJunk: { action: 'Move to junk folder', where: 'Junk folder', location: 'junkFolder' },
  moveToInbox: { action: 'Move to inbox', where: 'Inbox/folder', location: 'inbox_folder' },
  hardDelete: { action: 'Hard delete', where: 'Deleted folder', location: 'others' },
  softDelete: { action: 'Soft delete', where: 'Deleted folder', location: 'deletedFolder' },
  moveToDeletedItems: { action: 'Move to deleted items', where: 'Deleted folder', location: 'deletedFolder' },
};

export type AcceptedEmail = EmailKey & {
  /** What `EmailEvents` says about it; null when there is no such mail. */
  readonly found: { internetMessageId: string; sender: string; direction: string; threats: string } | null;
};

function showRemediated(alert: AlertRecord, { networkMessageId, recipient }: EmailKey, store: Store, by: string): void {
  const evidence = (alert.graph.evidence ?? []).map((one) =>
    one['@odata.type'] === '#microsoft.graph.security.analyzedMessageEvidence' &&
    one.networkMessageId === networkMessageId &&
    one.recipientEmailAddress?.toLowerCase() === recipient.toLowerCase()
      ? { ...one, remediationStatus: 'remediated' as const }
      : one,
  );
  store.alerts.change(alert, { evidence }, { kind: 'cloud', name: by });
}

/** Answers the id under which the action centre keeps it. */
export function remediateEmails(
  { store, logs }: { store: Store; logs: LogWriter },
  emails: readonly AcceptedEmail[],
  action: SupportedRemediation,
  by: string,
): string {
  const outcome = outcomes[action];
  const bulkId = guidOf(`remediation/${store.clock.iso()}/${emails.map((one) => one.networkMessageId).join()}`);
  store.clock.after(remediationMs, () => {
    const at = store.clock.iso();
    for (const email of emails) {
      const { found, networkMessageId, recipient } = email;
      logs.write('EmailPostDeliveryEvents', [
        {
          Timestamp: at,
          NetworkMessageId: networkMessageId,
          InternetMessageId: found?.internetMessageId ?? '',
          Action: outcome.action,
          ActionType: 'Manual Remediation',
          ActionTrigger: 'AdminAction',
          ActionResult: found ? 'Success' : 'Failed',
          RecipientEmailAddress: recipient,
          DeliveryLocation: found ? outcome.where : '',
          EmailDirection: found?.direction ?? '',
          SenderFromAddress: found?.sender ?? '',
          ThreatTypes: found?.threats ?? '',
          ReportId: `${bulkId}-${networkMessageId}`,
        },
      ]);
      if (!found) continue;
      store.emails.act(email, { at, action: outcome.action, location: outcome.location, by });
      if (action === 'moveToInbox') continue;
      for (const alert of store.alerts.pick(store.emails.alertIdsOf(email))) showRemediated(alert, email, store, by);
    }
  });
  return bulkId;
}

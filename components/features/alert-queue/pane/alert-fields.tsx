/** What can be changed on the alert, where each change stands, and why nothing can where nothing can. */
import { AssigneeName } from '@/components/features/alert-queue/assignee-name';
import type { SharedField } from '@/components/queue/acts/use-editing';
import { PaneFact } from '@/components/queue/pane/pane-section';
import { AlertStatusMark } from '@/components/vocabulary/alert-status';
import { MicrosoftPage } from '@/components/vocabulary/microsoft-page';
import { SeverityMark } from '@/components/vocabulary/severity';
import { SyncMark, syncSentence } from '@/components/vocabulary/sync-mark';
import { UntrustedText } from '@/components/vocabulary/untrusted-text';
import { verdictLine } from '@/components/vocabulary/verdict-words';
import { type AlertRow, alertFields } from '@/lib/domain/alert/alert-row';
import { alertCan } from '@/lib/domain/alert/capabilities';

function FieldButton({
  label,
  opens,
  onClick,
  disabled,
  children,
}: {
  label: string;
  opens: 'menu' | 'dialog';
  onClick: () => void;
  disabled: boolean;
  children: React.ReactNode;
}) {
  return (
    <button
      type="button"
      aria-label={label}
      aria-haspopup={opens}
      disabled={disabled}
      onClick={onClick}
      className="-ml-2 flex min-h-6 min-w-0 items-center rounded-small px-2 hover:bg-hover disabled:hover:bg-transparent"
    >
      {children}
    </button>
  );
}

/** What Defender said to a change, in words. */
function Refusals({ alert }: { alert: AlertRow }) {
  const refused = alertFields.flatMap((field) => {
    const sync = alert.sync[field];
    return sync?.state === 'refused' ? [{ field, sync }] : [];
  });
  return refused.map(({ field, sync }) => (
    <p key={field} className="pb-1 text-danger text-small">
      <UntrustedText text={syncSentence(sync)} />
    </p>
  ));
}

export function AlertFields({ alert, onEdit }: { alert: AlertRow; onEdit: (field: SharedField) => void }) {
  const can = alertCan.change(alert);
  return (
    <div className="px-4 pb-2">
      <dl>
        <PaneFact name="Severity">
          <SeverityMark severity={alert.severity} />
        </PaneFact>
        <PaneFact name="Status">
          <FieldButton label="Change status" opens="menu" disabled={!can.allowed} onClick={() => onEdit('status')}>
            <AlertStatusMark status={alert.status} />
          </FieldButton>
          <SyncMark sync={alert.sync.status} word />
        </PaneFact>
        <PaneFact name="Assignee">
          <FieldButton
            label="Change assignee"
            opens="dialog"
            disabled={!can.allowed}
            onClick={() => onEdit('assignee')}
          >
            <AssigneeName alert={alert} />
          </FieldButton>
          <SyncMark sync={alert.sync.assignee} word />
        </PaneFact>
        <PaneFact name="Verdict">
          <FieldButton
            label="Resolve with a verdict"
            opens="dialog"
            disabled={!can.allowed}
            onClick={() => onEdit('resolve')}
          >
            {alert.verdict === null ? <span className="text-faint">Not set</span> : verdictLine(alert.verdict)}
          </FieldButton>
          <SyncMark sync={alert.sync.verdict} word />
        </PaneFact>
      </dl>
      <Refusals alert={alert} />
      {can.allowed ? null : (
        <p className="text-muted text-small">
          {can.reason} <MicrosoftPage href={can.link} />
        </p>
      )}
    </div>
  );
}

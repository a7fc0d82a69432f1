/** How far an alert has come; an alert whose status nobody tells has a word and no mark. `<AlertStatusMark status="new" />` */
import { alertStatusWords } from '@/components/vocabulary/alert-status-words';
import { StatusMark } from '@/components/vocabulary/status';
import type { AlertStatus } from '@/lib/domain/alert/alert';

export function AlertStatusMark({ status }: { status: AlertStatus }) {
  return status === 'unknown' ? (
    <span className="truncate text-faint">{alertStatusWords.unknown}</span>
  ) : (
    <StatusMark status={status} />
  );
}

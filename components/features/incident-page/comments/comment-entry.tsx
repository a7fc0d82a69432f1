/** One comment with where it was written, and how far one of ours has come. */
import { CircleX, Clock3 } from 'lucide-react';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Timestamp } from '@/components/vocabulary/timestamp';
import { UntrustedText } from '@/components/vocabulary/untrusted-text';
import type { IncidentComment } from '@/lib/domain/incident/incident-detail';
import { systemWords } from '@/lib/domain/source/source';

export function CommentEntry({
  comment,
  onRetry,
  onEdit,
}: {
  comment: IncidentComment;
  onRetry: () => void;
  /** Takes the words back into the field. */
  onEdit: () => void;
}) {
  const { author, system, createdAt, text, state, reason } = comment;
  return (
    <article className="max-w-3xl px-4 py-3">
      <header className="flex flex-wrap items-center gap-2">
        <span className="font-medium">
          <UntrustedText text={author || 'Unnamed author'} />
        </span>
        <Badge>{systemWords[system]}</Badge>
        <span className="text-muted">
          <Timestamp at={createdAt} form="full" name="Written" />
        </span>
        {state === 'pending' ? (
          <span className="inline-flex items-center gap-1 text-pending">
            <Clock3 aria-hidden className="size-3" />
            Pending in {systemWords[system]}
          </span>
        ) : null}
      </header>
      <p className="mt-1 break-words whitespace-pre-wrap">
        <UntrustedText text={text} />
      </p>
      {state === 'pending' && reason !== undefined ? (
        <p className="mt-1 text-muted">
          Waiting: <UntrustedText text={reason} />
        </p>
      ) : null}
      {state === 'refused' ? (
        <div role="alert" className="mt-1 flex flex-wrap items-center gap-2">
          <span className="inline-flex items-center gap-1 text-danger">
            <CircleX aria-hidden className="size-3" />
            {systemWords[system]} refused it: <UntrustedText text={reason ?? 'no reason was given'} />
          </span>
          <Button size="small" onClick={onRetry}>
            Send again
          </Button>
          <Button size="small" onClick={onEdit}>
            Edit
          </Button>
        </div>
      ) : null}
    </article>
  );
}

/** What people wrote about the incident in either system, as one conversation, oldest first. */
import type { RefObject } from 'react';
import { CommentComposer } from '@/components/features/incident-page/comments/comment-composer';
import { CommentEntry } from '@/components/features/incident-page/comments/comment-entry';
import { useDraft } from '@/components/features/incident-page/comments/use-draft';
import { BlockedActs } from '@/components/features/incident-page/header/blocked-acts';
import { partFailed } from '@/components/features/incident-page/nothing-here';
import { DetailFailures } from '@/components/features/incident-page/part-failures';
import { showToast } from '@/components/ui/toast';
import { PortalLink } from '@/components/vocabulary/portal-link';
import { incidentCan } from '@/lib/domain/incident/capabilities';
import type { IncidentComment, IncidentDetail } from '@/lib/domain/incident/incident-detail';
import { useRetryCommand } from '@/lib/queries/change-incident';

/** By time; two of the same second stay in the order in which they came. */
function inOrder(comments: readonly IncidentComment[]): IncidentComment[] {
  return [...comments].sort((left, right) => left.createdAt.localeCompare(right.createdAt));
}

export function CommentsTab({
  detail,
  field,
}: {
  detail: IncidentDetail;
  field: RefObject<HTMLTextAreaElement | null>;
}) {
  const { incident, comments } = detail;
  const [text, setText] = useDraft(incident.key);
  const retry = useRetryCommand();
  return (
    <>
      <h2 className="sr-only">Comments</h2>
      <DetailFailures detail={detail} part="comments" />
      {comments.some(({ state }) => state === 'confirmed') ? (
        <BlockedActs names={['Edit a comment']} capability={incidentCan.editComment(incident)}>
          {incident.sentinel === null ? null : (
            <PortalLink url={incident.sentinel.webUrl}>Edit Sentinel’s copy in Sentinel</PortalLink>
          )}
        </BlockedActs>
      ) : null}
      {comments.length === 0 ? (
        <p className="px-4 py-6 text-muted">
          {partFailed(detail, 'comments') ? 'No comment could be read.' : 'Nobody has written anything yet.'}
        </p>
      ) : (
        <ol aria-label="Comments, oldest first" className="divide-y">
          {inOrder(comments).map((comment) => (
            <li key={`${comment.system} ${comment.id}`}>
              <CommentEntry
                comment={comment}
                onEdit={() => {
                  setText(text === '' ? comment.text : `${text}\n\n${comment.text}`);
                  field.current?.focus();
                }}
                onRetry={() =>
                  retry.mutate(
                    { commandId: comment.id },
                    { onError: (error) => showToast('Not sent again', { tone: 'error', detail: error.message }) },
                  )
                }
              />
            </li>
          ))}
        </ol>
      )}
      <CommentComposer incident={incident} text={text} setText={setText} field={field} />
    </>
  );
}

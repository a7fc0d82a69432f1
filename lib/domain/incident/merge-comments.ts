/**
 * The comments of both systems as one conversation. New comments are copied from either side to the other, so the same
 * words appear twice; one of a pair is shown, and nobody who really wrote the same thing twice loses a comment.
 */
import type { IncidentComment } from '@/lib/domain/incident/incident-detail';
import { utc } from '@/lib/domain/text/utc';
import type { GraphComment } from '@/lib/wire/graph-security/comment';
import type { SentinelComment } from '@/lib/wire/sentinel/comment';

/** A copy is made within minutes, but a system that was down makes it late. */
const copyWithinMs = 24 * 3_600_000;

/** In Graph's order. */
export function commentsFromGraph(comments: readonly GraphComment[]): IncidentComment[] {
  return comments.map((comment, index) => ({
    // Graph's comments have no id; their place in an append-only list is one.
    id: `defender-${index}`,
    system: 'defender',
    author: comment.createdByDisplayName ?? '',
    text: comment.comment ?? '',
    createdAt: utc(comment.createdDateTime),
    state: 'confirmed',
  }));
}

/** In Sentinel's order. The id is the comment's name, a GUID. */
export function commentsFromSentinel(comments: readonly SentinelComment[]): IncidentComment[] {
  return comments.map(({ name, properties }) => ({
    id: name,
    system: 'sentinel',
    author: properties.author?.name || properties.author?.userPrincipalName || properties.author?.email || '',
    text: properties.message,
    createdAt: utc(properties.createdTimeUtc ?? ''),
    state: 'confirmed',
  }));
}

/** Oldest first. Of a pair the earlier one is shown: that is where it was written. */
export function mergeComments(
  defender: readonly IncidentComment[],
  sentinel: readonly IncidentComment[],
): IncidentComment[] {
  const unpaired = [...sentinel];
  const shown = defender.map((comment) => {
    const at = unpaired.findIndex(
      (other) =>
        other.text.trim() === comment.text.trim() &&
        Math.abs(Date.parse(other.createdAt) - Date.parse(comment.createdAt)) <= copyWithinMs,
    );
    const [twin] = at === -1 ? [] : unpaired.splice(at, 1);
    return twin !== undefined && twin.createdAt < comment.createdAt ? twin : comment;
  });
  return [...shown, ...unpaired].sort((left, right) => left.createdAt.localeCompare(right.createdAt));
}

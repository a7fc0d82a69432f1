/** Comments on Defender incidents and alerts. They can be added, and neither edited nor deleted. */
import type { Call } from '@/lib/api/transport/call';
import { type GraphComment, type GraphCommentRequest, graphCommentList } from '@/lib/wire/graph-security/comment';

/**
 * POST …/comments below an incident or an alert. Answers all comments, the new one included.
 * https://learn.microsoft.com/graph/api/security-incident-post-comments
 */
export async function addGraphComment(
  call: Call,
  path: string,
  text: string,
  signal: AbortSignal | undefined,
): Promise<GraphComment[]> {
  const body: GraphCommentRequest = { '@odata.type': 'microsoft.graph.security.alertComment', comment: text };
  const { value } = await call({ method: 'POST', path: `${path}/comments`, body, signal, reply: graphCommentList });
  return value;
}

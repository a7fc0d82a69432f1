/** A comment on a Graph incident or alert. Comments can be added and never edited. */
import { z } from 'zod';
import { dateTime, optionalText } from '@/lib/wire/field';
import { openObject } from '@/lib/wire/open-object';

/** `microsoft.graph.security.alertComment`. https://learn.microsoft.com/graph/api/resources/security-alertcomment */
export const graphComment = openObject({
  '@odata.type': z.string().optional(),
  comment: optionalText,
  createdByDisplayName: optionalText,
  createdDateTime: dateTime,
});
export type GraphComment = z.infer<typeof graphComment>;

/** What POST …/comments takes. */
export const graphCommentRequest = openObject({
  '@odata.type': z.string(),
  comment: z.string(),
});
export type GraphCommentRequest = z.infer<typeof graphCommentRequest>;

/** What POST …/comments answers: 200 and every comment there is, not only the new one. */
export const graphCommentList = openObject({ value: z.array(graphComment) });

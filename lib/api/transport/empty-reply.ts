/** For calls that answer without a body, such as ARM's DELETE with 200 or 204. */
import { z } from 'zod';

export const emptyReply = { reply: z.null(), whenEmpty: null };

/** How Azure Resource Manager says no (`CloudError`). */
import { z } from 'zod';
import { optionalText } from '@/lib/wire/field';
import { openObject } from '@/lib/wire/open-object';

export const armError = openObject({
  error: openObject({
    code: z.string(),
    message: optionalText,
    target: optionalText,
    details: z.array(openObject({ code: optionalText, message: optionalText })).nullish(),
  }),
});

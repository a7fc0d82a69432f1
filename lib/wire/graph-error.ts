/** How Microsoft Graph says no. */
import { z } from 'zod';
import { optionalText } from '@/lib/wire/field';
import { openObject } from '@/lib/wire/open-object';

const graphInnerError = openObject({
  code: optionalText,
  message: optionalText,
  date: optionalText,
  'request-id': optionalText,
  'client-request-id': optionalText,
});

/** `innerError` today, `innererror` in older services. https://learn.microsoft.com/graph/errors */
export const graphError = openObject({
  error: openObject({
    code: z.string(),
    message: optionalText,
    innerError: graphInnerError.nullish(),
    innererror: graphInnerError.nullish(),
  }),
});

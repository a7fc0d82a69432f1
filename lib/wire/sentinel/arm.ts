/** What Azure Resource Manager wraps around everything. */
import { z } from 'zod';
import { optionalText } from '@/lib/wire/field';
import { openObject } from '@/lib/wire/open-object';

/** The api-version every SecurityInsights call names: the newest stable one. */
export const securityInsightsApiVersion = '2025-09-01';

/** For what stable versions don't know: NRT rules, the Defender XDR connector, settings, entities, runs on demand. */
export const securityInsightsPreviewVersion = '2025-07-01-preview';

/** The envelope of an ARM resource. `id` and `type` come in any case: compare them without it. */
export const armResource = { id: z.string(), name: z.string(), type: z.string() };

/**
 * Sentinel's version stamp. It lives in the body, there is no If-Match header: a PUT with an old one is refused with
 * 409, a PUT without one overwrites.
 */
export const armEtag = optionalText;

/** A page of a list. `nextLink` is an absolute URL to follow as it is. */
export function armList<Element extends z.ZodType>(element: Element) {
  return openObject({ value: z.array(element), nextLink: optionalText });
}

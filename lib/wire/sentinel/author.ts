/** Who made or changed something in Sentinel (`UserInfo`, and `ClientInfo` with the user principal name). */
import { optionalText } from '@/lib/wire/field';
import { openObject } from '@/lib/wire/open-object';

export const sentinelAuthor = openObject({
  objectId: optionalText,
  email: optionalText,
  name: optionalText,
  userPrincipalName: optionalText,
});

/** The visitor's preferences on the server, so that the first paint has the right theme. */
import { cookies } from 'next/headers';
import { type Preferences, parsePreferences, preferencesCookie } from '@/components/ui/preferences';

export async function readPreferences(): Promise<Preferences> {
  const jar = await cookies();
  return parsePreferences(jar.get(preferencesCookie)?.value);
}

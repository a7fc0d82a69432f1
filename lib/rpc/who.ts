/**
 * Who is asking. The console has no sign-in of its own: an authenticating proxy may say who it is, a console started for
 * trying out lets the page say it, and otherwise it is the analyst whose console it is.
 */
import type { Assignee } from '@/lib/domain/incident/incident';
import type { Hub } from '@/lib/hub/hub';

/** How to find out who asks. */
export type WhoSettings = {
  /** The header in which a proxy names the user; null when there is no such proxy. */
  header: string | null;
  /** Whether the page may say who it is. */
  switchable: boolean;
};

/** Must be set only where a proxy removes this header from what comes from outside. */
const headerVariable = 'ONEQUEUE_USER_HEADER';
const switchVariable = 'ONEQUEUE_USER_SWITCH';
/** Holds a UPN, percent-encoded. */
export const userCookie = 'onequeue-user';

/** A console behind a proxy never lets the page say who it is. */
export function whoSettings(environment: Record<string, string | undefined>): WhoSettings {
  return {
    header: environment[headerVariable] || null,
    switchable: !environment[headerVariable] && environment[switchVariable] === 'on',
  };
}

/** Null when there is none, or none that can be read. */
function cookieOf(request: Request, name: string): string | null {
  for (const part of (request.headers.get('cookie') ?? '').split(';')) {
    const [key, value] = part.trim().split('=', 2);
    if (key !== name || value === undefined) continue;
    try {
      return decodeURIComponent(value);
    } catch (error) {
      if (error instanceof URIError) return null;
      throw error;
    }
  }
  return null;
}

/** Null when whoever is named cannot be assigned anything, so is not one of us. */
async function colleague(hub: Hub, upn: string): Promise<Assignee | null> {
  try {
    const people = await hub.assignable();
    return people.find((person) => person.name.toLowerCase() === upn.toLowerCase()) ?? null;
  } catch (error) {
    console.warn('onequeue: the people of this console could not be read', error);
    return null;
  }
}

/** A proxy is believed, even when it names somebody whom the directory does not know. */
export async function whoAsks(request: Request, hub: Hub, settings: WhoSettings): Promise<Assignee> {
  const named = settings.header === null ? null : request.headers.get(settings.header)?.trim();
  if (named) return hub.person(named.slice(0, 256));
  const chosen = settings.switchable ? cookieOf(request, userCookie) : null;
  const person = chosen === null ? null : await colleague(hub, chosen);
  return person ?? hub.person(hub.user);
}

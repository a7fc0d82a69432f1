/**
 * Which incident a pasted text means. Defender numbers its incidents, Sentinel has a GUID and a number of its own, and
 * both portals put them into URLs. A bare number is Defender's first: that is the one the unified portal shows.
 */

/** One reading of a text: whose id, name or number it is. */
export type IncidentName =
  | { kind: 'defenderId'; id: string }
  | { kind: 'sentinelName'; name: string }
  | { kind: 'sentinelNumber'; number: number };

const guid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/iu;
const wholeGuid = new RegExp(`^\\{?(${guid.source})\\}?$`, 'iu');
const wholeNumber = /^#?\s*(\d{1,15})$/u;
/** `…/incidents/<guid>` or, encoded by the Azure portal, `…%2Fincidents%2F<guid>`; the case varies. */
const armIncident = new RegExp(`/incidents?/(${guid.source})`, 'iu');
/** `/incidents/12345`, `/incident2/12345/overview`. */
const portalIncident = /\/incidents?2?\/(\d{1,15})(?:[/?#]|$)/iu;

/** Percent-encoding undone as often as a portal nests it; broken encodings stay as they are. */
function decoded(text: string): string {
  let current = text;
  for (let round = 0; round < 3 && /%[0-9a-f]{2}/iu.test(current); round += 1) {
    current = current.replace(/%([0-9a-f]{2})/giu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  }
  return current;
}

function fromUrl(url: URL): IncidentName[] {
  const host = url.hostname.toLowerCase();
  const path = decoded(url.pathname + url.search + url.hash);
  if (host === 'security.microsoft.com') {
    const id = portalIncident.exec(path)?.[1];
    if (id !== undefined) return [{ kind: 'defenderId', id }];
  }
  if (host === 'portal.azure.com' || host === 'security.microsoft.com' || host === 'management.azure.com') {
    const name = armIncident.exec(path)?.[1];
    if (name !== undefined) return [{ kind: 'sentinelName', name: name.toLowerCase() }];
  }
  return [];
}

/** Candidates in the order in which to look for them; empty when the text names no incident. */
export function identifyIncident(text: string): IncidentName[] {
  const plain = text.trim();
  const number = wholeNumber.exec(plain)?.[1];
  if (number !== undefined) {
    const id = String(Number(number));
    return [
      { kind: 'defenderId', id },
      { kind: 'sentinelNumber', number: Number(id) },
    ];
  }
  const name = wholeGuid.exec(plain)?.[1];
  if (name !== undefined) return [{ kind: 'sentinelName', name: name.toLowerCase() }];
  if (/^https?:\/\//iu.test(plain) && URL.canParse(plain)) return fromUrl(new URL(plain));
  const arm = /^\/subscriptions\//iu.test(plain) ? armIncident.exec(decoded(plain))?.[1] : undefined;
  return arm === undefined ? [] : [{ kind: 'sentinelName', name: arm.toLowerCase() }];
}

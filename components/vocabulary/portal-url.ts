/**
 * Which of the addresses that an API returned may become a link. Incident and alert URLs come from Microsoft, but a
 * rule's author or a compromised connector can influence text around them, so only Microsoft's portals over https pass.
 */

const portals: ReadonlySet<string> = new Set([
  'security.microsoft.com',
  'portal.azure.com',
  // US Government and China, https://learn.microsoft.com/defender-xdr/usgov
  'security.microsoft.us',
  'security.apps.mil',
  'portal.azure.us',
  'portal.azure.cn',
]);

/** The address, normalised, when it leads to a Microsoft portal over https without credentials or a port; else null. */
export function portalUrl(text: string | null | undefined): string | null {
  if (!text || !URL.canParse(text)) return null;
  const url = new URL(text);
  const plain = url.protocol === 'https:' && url.port === '' && url.username === '' && url.password === '';
  return plain && portals.has(url.hostname) ? url.href : null;
}

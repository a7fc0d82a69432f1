/**
 * A way into Microsoft's own portal: `<PortalLink url={incident.defender.webUrl}>Open in Defender</PortalLink>`.
 * An address that is not one of Microsoft's portals is shown as refused text, never as a link (see portal-url.ts).
 */
import { ExternalLink } from 'lucide-react';
import type { ReactNode } from 'react';
import { portalUrl } from '@/components/vocabulary/portal-url';

export function PortalLink({
  url,
  children,
  tabIndex,
}: {
  url: string | null;
  children: ReactNode;
  tabIndex?: number;
}) {
  if (url === null || url === '') return null;
  const href = portalUrl(url);
  if (href === null) {
    return (
      <span className="text-muted" title={`Not a link: the address does not lead to a Microsoft portal.\n${url}`}>
        {children} (address refused)
      </span>
    );
  }
  return (
    <a
      href={href}
      target="_blank"
      rel="noopener noreferrer"
      {...(tabIndex === undefined ? {} : { tabIndex })}
      className="inline-flex min-h-6 items-center gap-1 rounded-small whitespace-nowrap text-accent hover:underline"
    >
      {children}
      <ExternalLink aria-hidden className="size-3 shrink-0" />
      <span className="sr-only"> (new tab)</span>
    </a>
  );
}

/** The way to Microsoft's own words: `<MicrosoftPage href={capability.link} />`. */
import { ExternalLink } from 'lucide-react';

export function MicrosoftPage({ href }: { href: string }) {
  return (
    <a
      href={href}
      target="_blank"
      rel="noopener noreferrer"
      className="inline-flex min-h-6 items-center gap-1 rounded-small text-accent hover:underline"
    >
      Microsoft’s page about it
      <ExternalLink aria-hidden className="size-3" />
      <span className="sr-only"> (new tab)</span>
    </a>
  );
}

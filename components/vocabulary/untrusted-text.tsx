/**
 * Text that an attacker may have written. Always text, never HTML or a link; hidden and direction-changing characters
 * are shown as marks, and its direction cannot spill into its surroundings. `<UntrustedText text={incident.title} />`
 */
import type { ReactNode } from 'react';
import { visibleParts } from '@/lib/domain/text/visible';

export function UntrustedText({
  text,
  className,
  title,
  children,
}: {
  text: string;
  className?: string;
  title?: string | undefined;
  /** What we say behind it, e.g. how many more there are. */
  children?: ReactNode;
}) {
  let at = 0;
  return (
    <bdi className={className} title={title}>
      {visibleParts(text).map((part) => {
        const key = at;
        at += part.text.length;
        return part.hidden ? (
          <span
            key={key}
            title={`Hidden character ${part.name}`}
            className="mx-px rounded-small border border-warning px-0.5 font-mono text-[10px] text-warning"
          >
            {part.name}
          </span>
        ) : (
          part.text
        );
      })}
      {children}
    </bdi>
  );
}

/**
 * Text that an attacker may have written. Always text, never HTML or a link; hidden and direction-changing characters
 * are shown as marks, and its direction cannot spill into its surroundings. `<UntrustedText text={incident.title} />`
 */
import { visibleParts } from '@/lib/domain/text/visible';

export function UntrustedText({ text }: { text: string }) {
  let at = 0;
  return (
    <bdi>
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
    </bdi>
  );
}

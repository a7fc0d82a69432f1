/** A MITRE ATT&CK technique: its id, and its name where we know it. `<Technique id="T1078.004" />` */
import { techniqueName } from '@/components/vocabulary/technique-words';
import { UntrustedText } from '@/components/vocabulary/untrusted-text';

export function Technique({ id }: { id: string }) {
  const name = techniqueName(id);
  return (
    <span className="whitespace-nowrap">
      <span className="font-mono text-[12px]">
        <UntrustedText text={id} />
      </span>
      {name === null ? null : <span className="text-muted"> {name}</span>}
    </span>
  );
}

/** A new rule. What is written is kept in this browser until it is saved. */
'use client';
import { useEffect, useState } from 'react';
import { dropDraft, type KeptDraft, keptDraft } from '@/components/features/rules/wizard/kept-draft';
import { RestoredNotice } from '@/components/features/rules/wizard/restored-notice';
import { RuleWizard } from '@/components/features/rules/wizard/rule-wizard';
import { WizardFrame } from '@/components/features/rules/wizard/wizard-frame';
import { newDraft } from '@/lib/domain/rule/rule';
import { commandId } from '@/lib/queries/command-id';

const fresh = (): KeptDraft => ({ id: commandId(), version: null, base: null, draft: newDraft });

export function NewRule() {
  const [opened, setOpened] = useState<KeptDraft | null>(null);
  const [restored, setRestored] = useState(false);
  // The server knows nothing of this browser's drafts, and both must draw the same.
  useEffect(() => {
    const kept = keptDraft(localStorage, 'new');
    setOpened(kept ?? fresh());
    setRestored(kept !== null);
  }, []);
  return (
    <WizardFrame title="New analytics rule">
      {restored ? (
        <RestoredNotice
          onDismiss={() => setRestored(false)}
          onDiscard={() => {
            dropDraft(localStorage, 'new');
            setOpened(fresh());
            setRestored(false);
          }}
        />
      ) : null}
      {opened === null ? (
        <div aria-busy className="min-h-96" />
      ) : (
        <RuleWizard key={opened.id} opened={opened} onTaken={setOpened} />
      )}
    </WizardFrame>
  );
}

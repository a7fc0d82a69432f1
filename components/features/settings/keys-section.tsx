/** Keys of one's own (WCAG 2.1.4): each can be moved, taken away and put back; two acts never share one. */
'use client';
import { SettingsSection } from '@/components/features/settings/fact-table';
import { chooseKeys } from '@/components/features/settings/key-choice';
import { KeyRow } from '@/components/features/settings/key-row';
import { announce } from '@/components/ui/announcer';
import { Button } from '@/components/ui/button';
import { usePreferences } from '@/components/ui/preferences-provider';
import { knownKeys } from '@/components/vocabulary/known-keys';

const acts = knownKeys.flatMap((group) => group.acts);

export function KeysSection() {
  const [{ keyMap }, change] = usePreferences();
  return (
    <div id="keys">
      <SettingsSection
        title="Keys"
        note="A key moved here moves on every page that knows it, and on every device: they are kept on the console’s server, and in this browser while it cannot be reached. Arrow keys, Enter, Esc and Ctrl K stay as they are."
      >
        {Object.keys(keyMap).length === 0 ? null : (
          <Button
            size="small"
            onClick={() => {
              change({ keyMap: {} });
              announce('All keys are as the console came with them');
            }}
          >
            Reset all keys
          </Button>
        )}
        {knownKeys.map((group) => (
          <section key={group.title} className="mt-3">
            <h3 className="text-faint text-small">{group.title}</h3>
            <dl>
              {group.acts.map((act) => (
                <KeyRow
                  key={act.keys}
                  act={act}
                  acts={acts}
                  map={keyMap}
                  onChoose={(keys) => {
                    change({ keyMap: chooseKeys(keyMap, act, keys, acts) });
                    announce(keys === '' ? `${act.does} has no key now` : `${act.does}: ${keys}`);
                  }}
                />
              ))}
            </dl>
          </section>
        ))}
      </SettingsSection>
    </div>
  );
}

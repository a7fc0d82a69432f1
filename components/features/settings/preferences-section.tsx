/** How the console looks and listens, for this browser. Every choice works at once. */
'use client';
import { SettingsRow, SettingsSection } from '@/components/features/settings/fact-table';
import { usePreferences } from '@/components/ui/preferences-provider';
import { Segmented } from '@/components/ui/segmented';

export function PreferencesSection() {
  const [{ theme, zone, density, letterKeys }, change] = usePreferences();
  return (
    <SettingsSection title="Preferences" note="Kept in this browser.">
      <dl>
        <SettingsRow name="Theme">
          <Segmented
            label="Theme"
            value={theme}
            onChange={(chosen) => change({ theme: chosen })}
            options={[
              { value: 'dark', label: 'Dark' },
              { value: 'light', label: 'Light' },
              { value: 'system', label: 'As the system' },
            ]}
          />
        </SettingsRow>
        <SettingsRow name="Times">
          <Segmented
            label="Times"
            value={zone}
            onChange={(chosen) => change({ zone: chosen })}
            options={[
              { value: 'utc', label: 'UTC' },
              { value: 'local', label: 'Local' },
            ]}
          />
        </SettingsRow>
        <SettingsRow name="Rows">
          <Segmented
            label="Rows"
            value={density}
            onChange={(chosen) => change({ density: chosen })}
            options={[
              { value: 'compact', label: 'Compact' },
              { value: 'comfortable', label: 'Comfortable' },
            ]}
          />
        </SettingsRow>
        <SettingsRow name="Single-letter keys">
          <Segmented
            label="Single-letter keys"
            value={letterKeys ? 'on' : 'off'}
            onChange={(chosen) => change({ letterKeys: chosen === 'on' })}
            options={[
              { value: 'on', label: 'On' },
              { value: 'off', label: 'Off' },
            ]}
          />
          <span className="text-muted">Arrow keys, Enter and Ctrl K always work.</span>
        </SettingsRow>
      </dl>
    </SettingsSection>
  );
}

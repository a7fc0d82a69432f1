/** Settings: what this console is connected to, how that is going, and how it looks to you. */
import { KeysSection } from '@/components/features/settings/keys-section';
import { PreferencesSection } from '@/components/features/settings/preferences-section';
import { SourcesSection } from '@/components/features/settings/sources-section';
import { WorkspaceSection } from '@/components/features/settings/workspace-section';

export function SettingsPage() {
  return (
    <div className="min-h-0 flex-1 overflow-y-auto">
      <div className="max-w-3xl px-4 pb-12 sm:px-6">
        <h1 className="pt-4 font-semibold text-title">Settings</h1>
        <WorkspaceSection />
        <SourcesSection />
        <PreferencesSection />
        <KeysSection />
      </div>
    </div>
  );
}

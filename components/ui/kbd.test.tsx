// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { Kbd } from '@/components/ui/kbd';
import { defaultPreferences } from '@/components/ui/preferences';
import { PreferencesProvider } from '@/components/ui/preferences-provider';

afterEach(cleanup);

test('keys are shown as they are pressed by this analyst, and not at all when they are switched off', () => {
  const preferences = { ...defaultPreferences, keyMap: { e: 'd', m: '' } };
  const { rerender } = render(
    <PreferencesProvider initial={preferences}>
      <p data-testid="keys">
        <Kbd keys="e t" /> <Kbd keys="m" /> <Kbd keys="A" /> <Kbd keys="e" exact />
      </p>
    </PreferencesProvider>,
  );
  expect(screen.getByTestId('keys').textContent).toBe('dt  ⇧A e');
  rerender(
    <PreferencesProvider key="off" initial={{ ...preferences, letterKeys: false }}>
      <p data-testid="keys">
        <Kbd keys="e" /> <Kbd keys="Esc" /> <Kbd keys="Ctrl K" />
      </p>
    </PreferencesProvider>,
  );
  expect(screen.getByTestId('keys').textContent).toBe(' Esc CtrlK');
});

// @vitest-environment happy-dom
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { KeysSection } from '@/components/features/settings/keys-section';
import { defaultPreferences, preferencesCookie } from '@/components/ui/preferences';
import { PreferencesProvider } from '@/components/ui/preferences-provider';

afterEach(cleanup);

function show() {
  render(
    <PreferencesProvider initial={defaultPreferences}>
      <KeysSection />
    </PreferencesProvider>,
  );
  const keysOf = (does: string) => {
    const row = screen.getByText(does, { selector: 'dt' }).parentElement;
    return row === null ? null : within(row).getByRole('definition').querySelector('kbd')?.textContent;
  };
  return { user: userEvent.setup(), keysOf };
}

test('a key is typed anew, kept, and put back', async () => {
  const { user, keysOf } = show();
  await user.click(screen.getByRole('button', { name: 'Change keys of “Undo my last change”' }));
  await user.keyboard('z{Enter}');
  expect(keysOf('Undo my last change')).toBe('z');
  expect(decodeURIComponent(document.cookie)).toContain(`${preferencesCookie}=`);
  expect(decodeURIComponent(document.cookie)).toContain('key=u%3Dz');
  await user.click(screen.getByRole('button', { name: 'Reset keys of “Undo my last change”' }));
  expect(keysOf('Undo my last change')).toBe('u');
});

test('a key that another act has is named as such and swapped', async () => {
  const { user, keysOf } = show();
  await user.click(screen.getByRole('button', { name: 'Change keys of “Resolve …”' }));
  await user.keyboard('a');
  expect(screen.getByText('That is “Assign to me”, which would get the old key.')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Swap' }));
  expect([keysOf('Resolve …'), keysOf('Assign to me')]).toEqual(['a', 'e']);
  await user.click(screen.getByRole('button', { name: 'Reset all keys' }));
  expect([keysOf('Resolve …'), keysOf('Assign to me')]).toEqual(['e', 'a']);
});

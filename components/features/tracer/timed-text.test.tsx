// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { TimedText } from '@/components/features/tracer/timed-text';
import { defaultPreferences } from '@/components/ui/preferences';
import { PreferencesProvider } from '@/components/ui/preferences-provider';

afterEach(cleanup);

function show(text: string) {
  const { container } = render(
    <PreferencesProvider initial={defaultPreferences}>
      <TimedText text={text} name="Since" />
    </PreferencesProvider>,
  );
  return container;
}

test('times inside a sentence are times of the console', () => {
  const text = '#7, last changed 2025-01-15T10:05:12.1234567Z; asked at 2025-01-15T10:06Z.';
  expect(show(text).textContent).toBe('#7, last changed 2025-01-15 10:05:12 UTC; asked at 2025-01-15 10:06:00 UTC.');
  expect(document.querySelectorAll('time')).toHaveLength(2);
  expect(document.querySelector('time')?.dateTime).toBe('2025-01-15T10:05:12.1234567Z');
});

test('what others wrote stays text', () => {
  show('<img src=x onerror=alert(1)> 2025-01-15T10:05:12Z');
  expect(document.querySelector('img')).toBeNull();
  expect(screen.getByText(/<img src=x/u)).toBeTruthy();
});

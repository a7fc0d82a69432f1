// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { dismissToast, showToast, toastStore } from '@/components/ui/toast';
import { Toaster } from '@/components/ui/toaster';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  cleanup();
  for (const { id } of toastStore.get()) dismissToast(id);
  vi.useRealTimers();
});

test('a note leaves by itself, an error stays until it is dismissed', () => {
  render(<Toaster />);
  act(() => {
    showToast('Assigned');
    showToast('Refused', { tone: 'error', detail: '403' });
  });
  expect(screen.getByRole('alert').textContent).toBe('Refused403');
  act(() => vi.advanceTimersByTime(10_000));
  expect(screen.queryByText('Assigned')).toBeNull();
  act(() => screen.getByRole('button', { name: 'Dismiss' }).click());
  expect(screen.queryByRole('alert')).toBeNull();
});

test('a toast with the same id takes the place of the one before', () => {
  render(<Toaster />);
  act(() => showToast('first', { id: 'triage' }));
  act(() => vi.advanceTimersByTime(5_000));
  act(() => showToast('second', { id: 'triage' }));
  act(() => vi.advanceTimersByTime(5_000));
  expect(screen.getAllByRole('status').map((toast) => toast.textContent)).toEqual(['second']);
});

test('its act runs once and takes it away', () => {
  const run = vi.fn();
  render(<Toaster />);
  act(() => showToast('Resolved', { action: { label: 'Undo', run } }));
  act(() => screen.getByRole('button', { name: 'Undo' }).click());
  expect(run).toHaveBeenCalledTimes(1);
  expect(screen.queryByText('Resolved')).toBeNull();
});

// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { SplitPane } from '@/components/ui/split-pane';

beforeEach(() => {
  window.localStorage.clear();
  vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, 1_000, 600));
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const pane = (second: React.ReactNode) => (
  <SplitPane
    id="t"
    direction="row"
    label="pane"
    fixed="second"
    size={300}
    min={280}
    first={<p>rows</p>}
    second={second}
  />
);
const width = () => Number(screen.getByRole('separator').getAttribute('aria-valuenow'));

test('arrow keys move the line, within bounds, and the place is remembered', async () => {
  const user = userEvent.setup();
  const { unmount } = render(pane(<p>pane</p>));
  await user.tab();
  await user.keyboard('{ArrowLeft}{ArrowLeft}');
  expect(width()).toBe(332);
  await user.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}{ArrowRight}{ArrowRight}');
  expect(width()).toBe(280);
  unmount();
  render(pane(<p>pane</p>));
  expect(width()).toBe(280);
});

test('a null pane takes its line with it', () => {
  render(pane(null));
  expect(screen.queryByRole('separator')).toBeNull();
  expect(screen.getByText('rows')).toBeTruthy();
});

// @vitest-environment happy-dom
/** What is wrong below the editor: one repair by its button, all errors by one, advice one by one. */
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Diagnostic } from '@/lib/kql/diagnostic';
import { ProblemList } from './problem-list';

afterEach(cleanup);

const text = 'DeviceInfo\n| where DeviceName = "a"\n| where OSPlatform = "b"\n| take 10';

const compare = (start: number): Diagnostic => ({
  code: 'KS141',
  severity: 'error',
  message: `The expression at ${start} must have the type bool.`,
  start,
  length: 5,
  fixes: [{ title: 'Compare with ==', edits: [{ start, length: 1, text: '==' }] }],
});

const advice: Diagnostic = {
  code: 'take-is-not-latest',
  severity: 'warning',
  message: 'take gives any 10 rows.',
  start: text.indexOf('take'),
  length: 7,
  fixes: [
    { title: 'The latest 10', edits: [{ start: 60, length: 7, text: 'top 10 by Timestamp desc' }] },
    { title: 'Another', edits: [] },
  ],
};

function shown(problems: readonly Diagnostic[]) {
  const [onFix, onJump] = [vi.fn(), vi.fn()];
  render(<ProblemList problems={problems} text={text} onFix={onFix} onJump={onJump} />);
  return { onFix, onJump };
}

describe('ProblemList', () => {
  it('says code, words and place, and goes there', async () => {
    const { onJump } = shown([advice]);
    await userEvent.click(screen.getByRole('button', { name: /take-is-not-latest.*any 10 rows.*Ln 4, Col 3/ }));
    expect(onJump).toHaveBeenCalledWith(advice);
  });

  it('repairs by the first of the repairs', async () => {
    const { onFix } = shown([advice]);
    await userEvent.click(screen.getByRole('button', { name: 'The latest 10' }));
    expect(onFix).toHaveBeenCalledWith([advice.fixes[0]]);
  });

  it('repairs all errors at once, and leaves advice out of it', async () => {
    const [first, second] = [compare(30), compare(55)];
    const { onFix } = shown([first, second, advice]);
    await userEvent.click(screen.getByRole('button', { name: 'Fix all 2' }));
    expect(onFix).toHaveBeenCalledWith([first.fixes[0], second.fixes[0]]);
  });

  it('has no button for all when there is one error', () => {
    shown([compare(30), advice]);
    expect(screen.queryByRole('button', { name: /Fix all/ })).toBeNull();
  });

  it('is absent when nothing is wrong', () => {
    shown([]);
    expect(screen.queryByRole('region')).toBeNull();
  });
});

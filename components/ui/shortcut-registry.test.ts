// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createShortcutRegistry } from '@/components/ui/shortcut-registry';

let nowMs = 0;
beforeEach(() => {
  vi.useFakeTimers();
  nowMs = 0;
  document.body.innerHTML = '<input><div role="dialog"><button>x</button></div><p>page</p>';
});

afterEach(() => {
  vi.useRealTimers();
});

function setUp() {
  const registry = createShortcutRegistry(() => nowMs);
  const ran = vi.fn();
  registry.add({
    title: 'Test',
    shortcuts: ['j', 'g i', 'i', 'Escape', 'e', 'e t'].map((keys) => ({ keys, does: keys, run: () => ran(keys) })),
  });
  const press = (key: string, init: KeyboardEventInit & { on?: string; letters?: boolean } = {}) => {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init });
    document.querySelector(init.on ?? 'p')?.dispatchEvent(event);
    registry.press(event, init.letters ?? true);
  };
  return { registry, ran, press };
}

test('a key runs its act', () => {
  const { ran, press } = setUp();
  press('j');
  expect(ran.mock.calls).toEqual([['j']]);
});

test('two keys in a row are one shortcut, within a second', () => {
  const { ran, press } = setUp();
  press('g');
  press('i');
  nowMs = 500;
  press('g');
  nowMs = 2_000;
  press('i');
  expect(ran.mock.calls).toEqual([['g i'], ['i']]);
});

test('letters are silent while typing, in overlays, with modifiers and when switched off', () => {
  const { ran, press } = setUp();
  press('j', { on: 'input' });
  press('j', { on: 'button' });
  press('j', { ctrlKey: true });
  press('j', { letters: false });
  expect(ran).not.toHaveBeenCalled();
  press('Escape', { letters: false });
  expect(ran).toHaveBeenCalledWith('Escape');
});

test('the newest group wins and leaves when its component does', () => {
  const { registry, ran, press } = setUp();
  const inner = vi.fn();
  const leave = registry.add({ title: 'Inner', shortcuts: [{ keys: 'j', does: 'inner', run: inner }] });
  press('j');
  leave();
  press('j');
  expect(inner).toHaveBeenCalledTimes(1);
  expect(ran).toHaveBeenCalledTimes(1);
});

test('a key that also begins a sequence waits for a moment, says what may follow, and then does its own', () => {
  const { registry, ran, press } = setUp();
  press('e');
  expect(registry.pending()).toMatchObject({ keys: 'e', next: [{ key: 't', does: 'e t' }], held: 'e' });
  expect(ran).not.toHaveBeenCalled();
  vi.advanceTimersByTime(700);
  expect(ran.mock.calls).toEqual([['e']]);
  expect(registry.pending()).toBeNull();
});

test('the second key decides; any other one means that none was wanted, and Escape takes the first one back', () => {
  const { ran, press } = setUp();
  press('e');
  press('t');
  press('e');
  press('j');
  press('e');
  press('Escape');
  vi.advanceTimersByTime(2_000);
  expect(ran.mock.calls).toEqual([['e t'], ['e']]);
});

test('remapped keys work instead of the old ones, and a sequence goes with its first key', () => {
  const { registry, ran, press } = setUp();
  registry.remap({ e: 'd', j: 'n', i: '' });
  for (const key of ['j', 'n', 'i', 'd', 't']) press(key);
  expect(ran.mock.calls).toEqual([['j'], ['e t']]);
});

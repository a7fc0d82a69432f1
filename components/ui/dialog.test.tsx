// @vitest-environment happy-dom
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, expect, test } from 'vitest';
import { Dialog } from '@/components/ui/dialog';

afterEach(cleanup);

function Page() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        Resolve
      </button>
      <Dialog open={open} onOpenChange={setOpen} title="Resolve #12345">
        <input aria-label="Note" />
      </Dialog>
    </>
  );
}

test('Esc closes it and the focus goes back to where it was, though Radix knows no trigger', async () => {
  const user = userEvent.setup();
  render(<Page />);
  await user.click(screen.getByRole('button', { name: 'Resolve' }));
  expect(screen.getByRole('dialog', { name: 'Resolve #12345' }).contains(document.activeElement)).toBe(true);
  await user.keyboard('{Escape}');
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Resolve' })));
  expect(screen.queryByRole('dialog')).toBeNull();
});

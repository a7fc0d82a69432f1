// @vitest-environment happy-dom
import { render } from '@testing-library/react';
import { expect, test } from 'vitest';
import { UntrustedText } from '@/components/vocabulary/untrusted-text';

test('markup stays text', () => {
  const { container } = render(<UntrustedText text={'<img src=x onerror=alert(1)> =HYPERLINK("x")'} />);
  expect(container.querySelector('img')).toBeNull();
  expect(container.textContent).toBe('<img src=x onerror=alert(1)> =HYPERLINK("x")');
});

test('a right-to-left override is shown by its name', () => {
  const { container } = render(<UntrustedText text={'invoice\u202efdp.exe'} />);
  expect(container.textContent).toBe('invoiceRLOfdp.exe');
});

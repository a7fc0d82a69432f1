import { describe, expect, it } from 'vitest';
import { defang, refang } from '@/lib/domain/text/defang';
import { utc } from '@/lib/domain/text/utc';
import { visibleParts, visibleText } from '@/lib/domain/text/visible';

describe('visible text', () => {
  it.each([
    ['invoice\u202efdp.exe', 'invoice⟨RLO⟩fdp.exe'],
    ['a\u200bb', 'a⟨ZWSP⟩b'],
    ['a\u0000b\u001b[31m', 'a⟨U+0000⟩b⟨U+001B⟩[31m'],
    ['line\nbreak\ttab', 'line\nbreak\ttab'],
    ['\u2066x\u2069', '⟨LRI⟩x⟨PDI⟩'],
    ['tag\u{e0041}', 'tag⟨U+E0041⟩'],
    ['Grüße 東京 👩‍💻', 'Grüße 東京 👩⟨ZWJ⟩💻'],
    ['<script>alert(1)</script>', '<script>alert(1)</script>'],
    ['', ''],
  ])('shows %j as %j', (text, shown) => {
    expect(visibleText(text)).toBe(shown);
  });
  it('loses nothing', () => {
    const text = '\u202ea\u200b\u0007b';
    expect(
      visibleParts(text)
        .map((part) => part.text)
        .join(''),
    ).toBe(text);
  });
});

describe('defang', () => {
  it.each([
    ['https://evil.example/a?b=1', 'hxxps://evil[.]example/a?b=1'],
    ['185.0.0.7', '185[.]0[.]0[.]7'],
    ['eve@evil.example', 'eve[@]evil[.]example'],
    ['2001:db8::1', '2001[:]db8[:]:1'],
  ])('%s → %s and back', (text, safe) => {
    expect(defang(text)).toBe(safe);
    expect(refang(safe)).toBe(text);
  });
});

describe('utc', () => {
  it.each([
    ['2021-08-13T08:43:35.5533333Z', '2021-08-13T08:43:35.553Z'],
    ['2021-08-13T10:43:35+02:00', '2021-08-13T08:43:35.000Z'],
    ['not a time', 'not a time'],
  ])('%s → %s', (text, time) => {
    expect(utc(text)).toBe(time);
  });
});

import { describe, expect, it } from 'vitest';
import { portalUrl } from '@/components/vocabulary/portal-url';

describe('portalUrl', () => {
  it.each([
    ['https://security.microsoft.com/incidents/12345?tid=x', 'https://security.microsoft.com/incidents/12345?tid=x'],
    [
      'https://portal.azure.com/#asset/Microsoft_Azure_Security_Insights/Incident/x',
      'https://portal.azure.com/#asset/Microsoft_Azure_Security_Insights/Incident/x',
    ],
    ['HTTPS://SECURITY.MICROSOFT.COM/incidents/1', 'https://security.microsoft.com/incidents/1'],
  ])('lets %s through', (text, expected) => {
    expect(portalUrl(text)).toBe(expected);
  });

  it.each([
    'http://security.microsoft.com/incidents/1',
    'javascript:alert(1)//security.microsoft.com',
    'https://security.microsoft.com.evil.example/incidents/1',
    'https://security.microsoft.com@evil.example/',
    'https://user@security.microsoft.com/',
    'https://security.microsoft.com:8443/',
    'data:text/html,<script>1</script>',
    '//security.microsoft.com/incidents/1',
    '',
    null,
    undefined,
  ])('refuses %s', (text) => {
    expect(portalUrl(text)).toBeNull();
  });
});

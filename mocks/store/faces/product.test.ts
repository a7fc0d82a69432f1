import { expect, it } from 'vitest';
import { detectionSourceWords } from '@/mocks/store/faces/product';

it.each([
  ['microsoftDefenderForEndpoint', 'EDR'],
  ['microsoftDefenderForOffice365', 'Microsoft Defender for Office 365'],
  ['microsoft365Defender', 'Microsoft 365 Defender'],
  ['microsoftDataLossPrevention', 'Microsoft Data Loss Prevention'],
  ['nrtAlerts', 'NRT Alerts'],
  [null, ''],
] as const)('detection source %s is written %s', (source, words) => {
  expect(detectionSourceWords(source)).toBe(words);
});

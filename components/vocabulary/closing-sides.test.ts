import { expect, test } from 'vitest';
import { lossesOf } from '@/components/vocabulary/closing-sides';
import { verdictOf } from '@/components/vocabulary/verdict-choice';

const both = ['defender', 'sentinel'] as const;

test('a determination stays in Defender, and it is said what Sentinel keeps instead', () => {
  expect(lossesOf(verdictOf('truePositive', 'phishing', '', both), both)).toEqual([
    '“Phishing” stays in Defender: Sentinel has no determinations and keeps “Suspicious activity”.',
  ]);
});

test('the reason that Defender cannot reach is named for false positives only', () => {
  const losses = lossesOf(verdictOf('falsePositive', null, '', both), both);
  expect(losses).toHaveLength(1);
  expect(losses[0]).toContain('“Incorrect alert logic” cannot be reached from Defender');
  expect(lossesOf(verdictOf('benignPositive', null, '', both), both)).toEqual([]);
});

test('where only one system knows the incident nothing is lost', () => {
  expect(lossesOf(verdictOf('falsePositive', 'IncorrectAlertLogic', '', ['sentinel']), ['sentinel'])).toEqual([]);
});

test('nobody’s detail of another classification is made part of a verdict', () => {
  expect(verdictOf('falsePositive', 'phishing', ' seen ', both)).toEqual({
    classification: 'falsePositive',
    determination: null,
    reason: null,
    comment: 'seen',
  });
  expect(verdictOf('falsePositive', 'IncorrectAlertLogic', '', ['sentinel'])).toMatchObject({
    determination: null,
    reason: 'IncorrectAlertLogic',
  });
});

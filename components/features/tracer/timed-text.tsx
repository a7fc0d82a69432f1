/**
 * A sentence of a trace with its times as every other time of the console is shown: in the analyst's zone, the rest on
 * hover. The words are partly others' (titles, reasons), so they stay text.
 */
'use client';
import { Timestamp } from '@/components/vocabulary/timestamp';
import { UntrustedText } from '@/components/vocabulary/untrusted-text';

const isoTime = /(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z)/u;

export function TimedText({ text, name }: { text: string; name: string }) {
  // Splitting by a group leaves what it caught at every second place.
  return text.split(isoTime).map((part, at) => {
    if (part === '') return null;
    // The parts of a text never change their order.
    const key = `${at}`;
    return at % 2 === 1 ? (
      <Timestamp key={key} at={part} form="full" name={name} />
    ) : (
      <UntrustedText key={key} text={part} />
    );
  });
}

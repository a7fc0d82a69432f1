/** The workspace's analytics rules. The address is read here only to say what of it made no sense. */
import type { Metadata } from 'next';
import { RuleList } from '@/components/features/rules/rule-list';
import { rulesAddress } from '@/lib/routes/rules-search';

export const metadata: Metadata = { title: 'Rules' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Page({ searchParams }: Props) {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(await searchParams)) {
    // Of a repeated parameter the first counts, as it does for the parsers.
    const text = Array.isArray(value) ? value[0] : value;
    if (text !== undefined) search.set(name, text);
  }
  return <RuleList misread={rulesAddress.misread(search)} />;
}

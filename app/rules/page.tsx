/** The workspace's analytics rules. The address is read here only to say what of it made no sense. */
import type { Metadata } from 'next';
import { RuleList } from '@/components/features/rules/rule-list';
import { type PageSearch, pageSearch } from '@/lib/routes/page-search';
import { rulesAddress } from '@/lib/routes/rules-search';

export const metadata: Metadata = { title: 'Rules' };

export default async function Page(props: PageSearch) {
  return <RuleList misread={rulesAddress.misread(await pageSearch(props))} />;
}

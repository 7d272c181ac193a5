import { useSearchParams } from 'react-router';
import { useAsOf } from '#renderer/app/as-of.tsx';
import {
  emptyFirmAddress,
  type FirmAddress,
  firmParams,
  readFirmAddress,
} from '#renderer/ui/firm-address.ts';
import type { InputOf } from '#shared/contract/api.ts';
import type { FirmQuery } from '#shared/domain/firm-query.ts';

/** The conditions of the list, which live in its address: they survive back, forward and a copied link. */
export function useFirmAddress() {
  const [params, setParams] = useSearchParams();
  const { asOf } = useAsOf();
  const address = readFirmAddress(params);
  const { text, streetIds, platformIds, chainIds, statuses, titleIds, titleView, query } = address;
  const filter: InputOf<'firms.search'>['filter'] = {
    text,
    streetIds: [...streetIds],
    platformIds: [...platformIds],
    chainIds: [...chainIds],
    statuses: [...statuses],
    titleIds: [...titleIds],
    titleView,
    asOf,
    query: query === null ? null : sendable(query),
  };
  const put = (next: FirmAddress) => setParams(firmParams(next), { replace: true });
  return {
    address,
    filter,
    /** The conditions and the order as text, without day and page; empty when nothing is asked. */
    conditions: firmParams({ ...address, asOf: null, page: 1 }).toString(),
    /** Whether any condition narrows the list. */
    filtered: firmParams({ ...address, asOf: null, sort: emptyFirmAddress.sort, page: 1 }).size > 0,
    /** Opens the conditions of a saved filter, on the day that stands now. */
    open: (conditions: string) =>
      put({ ...readFirmAddress(new URLSearchParams(conditions)), asOf: address.asOf }),
    /** Changes some of the conditions; a changed condition or order starts again at the first page. */
    change: (part: Partial<FirmAddress>) => put({ ...address, page: 1, ...part }),
    clear: () => put({ ...emptyFirmAddress, asOf: address.asOf, sort: address.sort }),
  };
}

/** The same query as the contract takes it. */
function sendable({ join, groups }: FirmQuery): NonNullable<InputOf<'firms.search'>['filter']['query']> {
  return {
    join,
    groups: groups.map((group) => ({
      join: group.join,
      rules: group.rules.map((rule) => ({ ...rule, list: [...rule.list] })),
    })),
  };
}

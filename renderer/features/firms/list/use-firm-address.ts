import { useSearchParams } from 'react-router';
import { useAsOf } from '#renderer/app/as-of.tsx';
import {
  emptyFirmAddress,
  type FirmAddress,
  firmParams,
  readFirmAddress,
} from '#renderer/ui/firm-address.ts';
import type { InputOf } from '#shared/contract/api.ts';

/** The conditions of the list, which live in its address: they survive back, forward and a copied link. */
export function useFirmAddress() {
  const [params, setParams] = useSearchParams();
  const { asOf } = useAsOf();
  const address = readFirmAddress(params);
  const { text, streetIds, platformIds, chainIds, statuses, titleIds, titleView } = address;
  const filter: InputOf<'firms.search'>['filter'] = {
    text,
    streetIds: [...streetIds],
    platformIds: [...platformIds],
    chainIds: [...chainIds],
    statuses: [...statuses],
    titleIds: [...titleIds],
    titleView,
    asOf,
  };
  const put = (next: FirmAddress) => setParams(firmParams(next), { replace: true });
  return {
    address,
    filter,
    /** Whether any condition narrows the list. */
    filtered: firmParams({ ...address, ...plain }).toString() !== '',
    /** Changes some of the conditions; a changed condition or order starts again at the first page. */
    change: (part: Partial<FirmAddress>) => put({ ...address, page: 1, ...part }),
    clear: () => put({ ...emptyFirmAddress, asOf: address.asOf, sort: address.sort }),
  };
}

/** What belongs to the way a list is shown, not to what it is asked for. */
const plain = { asOf: null, sort: emptyFirmAddress.sort, page: 1 };

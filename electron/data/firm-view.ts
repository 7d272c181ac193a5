import type { z } from 'zod';
import type { FirmRecord } from '#electron/db/tables/firm-row.ts';
import type { FirmRowSchema, TitleChipSchema } from '#shared/contract/methods/firms.ts';
import { addDays, type Day } from '#shared/domain/day.ts';
import type { Pack } from '#shared/policy/pack.ts';
import { expiringDays, spanOn, type TitleHolding } from '#shared/report/figures.ts';
import { maskName, maskPhone } from '#shared/text/mask.ts';
import { placeLabels, titleLabel } from './labels.ts';

/** One firm in the list: labels instead of ids, title chips of the day, contact masked. */
export function presentFirm(
  record: FirmRecord,
  holdings: readonly TitleHolding[],
  pack: Pack,
  asOf: Day,
): z.output<typeof FirmRowSchema> {
  const labels = placeLabels(pack);
  const { fields } = record;
  const labelOf = (map: ReadonlyMap<string, string>, id: string | null) =>
    id === null ? null : (map.get(id) ?? id);
  return {
    id: record.id,
    code: fields.code,
    codeState: record.codeState,
    name: fields.name,
    streetLabel: labelOf(labels.streets, fields.streetId),
    platformLabel: labelOf(labels.platforms, fields.platformId),
    chainLabel: labelOf(labels.chains, fields.chainId),
    industry: fields.industry,
    scale: fields.scale,
    status: record.status,
    mainProduct: fields.mainProduct,
    contactName: maskName(fields.contactName),
    contactPhone: maskPhone(fields.contactPhone),
    titles: titleChips(holdings, pack, asOf),
    sample: record.sample,
  };
}

/** The titles a firm holds or held, in the order of the pack; those only announced or later than the day are left out. */
function titleChips(
  holdings: readonly TitleHolding[],
  pack: Pack,
  asOf: Day,
): z.output<typeof TitleChipSchema>[] {
  const soon = addDays(asOf, expiringDays);
  const order = new Map(pack.titles.map((title, index) => [title.id, index]));
  return holdings
    .flatMap((holding) => {
      const valid = spanOn(holding, asOf);
      const span = valid ?? holding.spans.filter((each) => each.from <= asOf).at(-1);
      if (span === undefined) return [];
      const expiring = valid?.until != null && valid.until <= soon;
      const state: 'valid' | 'expiring' | 'lapsed' =
        valid === undefined ? 'lapsed' : expiring ? 'expiring' : 'valid';
      return [
        {
          titleId: holding.titleId,
          label: titleLabel(pack, holding.titleId),
          state,
          from: span.from,
          until: span.until,
        },
      ];
    })
    .sort((a, b) => (order.get(a.titleId) ?? 99) - (order.get(b.titleId) ?? 99));
}

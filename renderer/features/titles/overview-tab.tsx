import { Tooltip } from 'antd';
import { useAsOf } from '#renderer/app/as-of.tsx';
import { useApi } from '#renderer/client/use-query.ts';
import { CountLink } from '#renderer/ui/count-link.tsx';
import { firmAddress, type TitleView } from '#renderer/ui/firm-address.ts';
import { Loaded } from '#renderer/ui/loaded.tsx';
import type { OutputOf } from '#shared/contract/api.ts';

type Overview = OutputOf<'titles.overview'>;
type Title = Overview['titles'][number];

const issuerWords: Readonly<Record<Title['issuer'], string>> = {
  national: '国家',
  province: '省',
  city: '市',
};

/** Every title: who confers it, how long it lasts, how many hold it, and the flow of the years. */
export function OverviewTab() {
  const { asOf } = useAsOf();
  const overview = useApi('titles.overview', { asOf }, { keepPrevious: true });
  return <Loaded query={overview}>{(data) => <OverviewTable data={data} />}</Loaded>;
}

function OverviewTable({ data }: { readonly data: Overview }) {
  return (
    <table className="figures-table titles-overview">
      <caption>各类称号（截至 {data.asOf}，单位：家；年份下为“当年新增 / 年末有效”）</caption>
      <thead>
        <tr>
          <th scope="col">称号</th>
          <th scope="col">认定层级</th>
          <th scope="col">有效期</th>
          <th scope="col">当前有效</th>
          <th scope="col">累计认定</th>
          {data.years.map((year) => (
            <th scope="col" key={year}>
              {year} 年
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {data.titles.map((title) => (
          <TitleRow key={title.titleId} title={title} years={data.years} asOf={data.asOf} />
        ))}
      </tbody>
    </table>
  );
}

type RowProps = { readonly title: Title; readonly years: readonly number[]; readonly asOf: string };

function TitleRow({ title, years, asOf }: RowProps) {
  const link = (titleView: TitleView, day: string) =>
    firmAddress({ titleIds: [title.titleId], titleView, asOf: day });
  const thisYear = Number(asOf.slice(0, 4));
  return (
    <tr>
      <th scope="row">
        <Tooltip title={<TitleNotes title={title} />} styles={{ root: { maxWidth: 480 } }}>
          <span className="titles-name">{title.label}</span>
        </Tooltip>
      </th>
      <td>{issuerWords[title.issuer]}</td>
      <td>
        {title.validityYears === null ? '长期' : `${title.validityYears} 年`}
        {title.toConfirm ? <span className="quiet">（待核实）</span> : null}
      </td>
      <td>
        <CountLink value={title.stock} to={link('stock', asOf)} label={`${title.label}当前有效`} />
      </td>
      <td>
        <CountLink value={title.cumulative} to={link('cumulative', asOf)} label={`${title.label}累计认定`} />
      </td>
      {title.byYear.map(({ added, stock }, index) => {
        const year = years[index] ?? thisYear;
        const day = year === thisYear ? asOf : `${year}-12-31`;
        return (
          <td key={year}>
            <CountLink value={added} to={link('newInYear', day)} label={`${title.label}${year}年新增`} />
            {' / '}
            <CountLink value={stock} to={link('stock', day)} label={`${title.label}${year}年末有效`} />
          </td>
        );
      })}
    </tr>
  );
}

function TitleNotes({ title }: { readonly title: Title }) {
  return (
    <div>
      <div>依据：{title.reference}</div>
      {title.requires.length === 0 ? null : <div>前置称号：{title.requires.join('或')}</div>}
      {title.barredBy.length === 0 ? null : <div>持有{title.barredBy.join('或')}的不得新申报</div>}
      {title.updateBy === null ? null : <div>年度更新：{title.updateBy} 前在平台更新信息</div>}
      {title.notes.map((note) => (
        <div key={note}>{note}</div>
      ))}
    </div>
  );
}

import { Descriptions } from 'antd';
import { useApi } from '#renderer/client/use-query.ts';
import { momentText } from '#renderer/ui/moment-text.ts';
import { Reveal } from '#renderer/ui/reveal.tsx';
import type { OutputOf } from '#shared/contract/api.ts';
import type { FirmField } from '#shared/domain/firm.ts';
import { filled } from '../words.ts';

type Detail = OutputOf<'firms.get'>;

/** Sections of the page, in the order a clerk checks them. */
const sections: readonly { readonly title: string; readonly fields: readonly FirmField[] }[] = [
  {
    title: '登记信息',
    fields: [
      'code',
      'legalPerson',
      'legalForm',
      'registeredOn',
      'registeredCapital',
      'province',
      'city',
      'address',
      'businessScope',
    ],
  },
  { title: '归属', fields: ['streetId', 'platformId', 'chainId'] },
  { title: '经营', fields: ['industry', 'scale', 'aboveScale', 'mainProduct'] },
  { title: '联系与备注', fields: ['contactName', 'contactPhone', 'remark'] },
];

/** Fields with long texts take the whole width. */
const wide: readonly FirmField[] = ['address', 'businessScope', 'mainProduct', 'remark'];

/** 基本信息: every fact of the firm, and the rosters it came from. */
export function BasicsTab({ detail }: { readonly detail: Detail }) {
  const fields = new Map(detail.fields.map((field) => [field.field, field]));
  return (
    <>
      {sections.map((section) => (
        <Descriptions
          key={section.title}
          className="firm-section"
          title={section.title}
          size="small"
          column={2}
          items={section.fields.flatMap((key) => {
            const field = fields.get(key);
            if (field === undefined) return [];
            return [
              {
                key,
                label: field.label,
                span: wide.includes(key) ? 2 : 1,
                children:
                  (key === 'contactName' || key === 'contactPhone') && field.value !== null ? (
                    <Reveal firmId={detail.row.id} what={key} masked={field.value} />
                  ) : (
                    filled(field.value)
                  ),
              },
            ];
          })}
        />
      ))}
      {detail.formerNames.length > 0 ? (
        <section className="firm-section">
          <h2>曾用名</h2>
          <ul className="firm-plain-list">
            {detail.formerNames.map(({ name, until }) => (
              <li key={name}>
                {name}
                {until === null ? '' : `（用至 ${until}）`}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {detail.moves.length > 0 ? (
        <section className="firm-section">
          <h2>迁移与注销</h2>
          <ul className="firm-plain-list">
            {detail.moves.map(({ label, on, document, note }) => (
              <li key={`${on}${label}`}>
                {[`${on} ${label}`, document, note].filter((part) => part !== null).join('，')}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {detail.merged.length > 0 ? (
        <section className="firm-section">
          <h2>合并的记录</h2>
          <ul className="firm-plain-list">
            {detail.merged.map(({ name, code, on }) => (
              <li key={`${on}${name}${code}`}>
                {on} 并入 {name}
                {code === null ? '' : `（${code}）`}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <Sources firmId={detail.row.id} />
    </>
  );
}

/** 来源: which workbook and line brought this firm in or changed it. */
function Sources({ firmId }: { readonly firmId: number }) {
  const sources = useApi('imports.source', { firmId }).data?.rows ?? [];
  return (
    <section className="firm-section">
      <h2>来源名册</h2>
      {sources.length === 0 ? <p className="firm-quiet">没有名册来源：由人工新增，或来自示例数据。</p> : null}
      <ul className="firm-plain-list">
        {sources.map((source) => (
          <li key={`${source.at}-${source.fileName}-${source.sheet}-${source.row}`}>
            {momentText(source.at)} 导入 {source.fileName}
            {source.sheet === '' ? '' : ` · ${source.sheet}`} 第 {source.row} 行
          </li>
        ))}
      </ul>
    </section>
  );
}

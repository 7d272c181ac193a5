import { Timeline } from 'antd';
import type { OutputOf } from '#shared/contract/api.ts';
import { evidenceWords } from '../words.ts';

/** One event on the titles time line. */
export type TitleEvent = OutputOf<'firms.get'>['titleEvents'][number];

type Props = {
  readonly events: readonly TitleEvent[];
  /** Present name: the name on a list is only said where it differs. */
  readonly currentName: string;
  /** Also batch, document and the cell each event came from. */
  readonly full?: boolean;
};

/** What happened to the titles of a firm, newest first. */
export function TitleTimeLine({ events, currentName, full = false }: Props) {
  if (events.length === 0) return <p className="firm-quiet">还没有称号事件。</p>;
  const newestFirst = [...events].sort((a, b) => b.on.localeCompare(a.on) || b.id - a.id);
  return (
    <Timeline
      items={newestFirst.map((event) => ({
        key: event.id,
        color: colors[event.kind] ?? 'blue',
        content: <EventEntry event={event} currentName={currentName} full={full} />,
      }))}
    />
  );
}

/** Titles gained, titles lost; everything else stays neutral blue. */
const colors: Partial<Readonly<Record<TitleEvent['kind'], string>>> = {
  recognised: 'green',
  reviewPassed: 'green',
  reRecognised: 'green',
  reviewFailed: 'gray',
  revoked: 'gray',
  expired: 'gray',
  movedOut: 'gray',
};

function EventEntry({
  event,
  currentName,
  full,
}: { readonly event: TitleEvent } & Required<Omit<Props, 'events'>>) {
  const otherName = event.nameAt !== null && event.nameAt !== currentName ? event.nameAt : null;
  return (
    <div className="firm-event">
      <div>
        <span className="figures">{event.on}</span> <strong>{event.kindLabel}</strong> {event.titleLabel}
      </div>
      {event.validUntil === null ? null : <div className="firm-quiet">有效期至 {event.validUntil}</div>}
      {full ? (
        <div className="firm-quiet">
          {[event.batch, event.document, evidenceWords[event.evidence]]
            .filter((part) => part !== null)
            .join(' · ')}
        </div>
      ) : null}
      {otherName === null ? null : <div className="firm-quiet">名单所列名称：{otherName}</div>}
      {full ? <div className="firm-quiet">来源：{event.source ?? '人工登记'}</div> : null}
    </div>
  );
}

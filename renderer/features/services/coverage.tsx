import { Button } from 'antd';
import type { OutputOf } from '#shared/contract/api.ts';

type Props = {
  readonly streets: OutputOf<'services.list'>['streets'];
  readonly onStreet: (streetId: string) => void;
};

/** 各街道覆盖: served of titled firms; a click lists the firms of the street. */
export function Coverage({ streets, onStreet }: Props) {
  return (
    <ul className="service-coverage" aria-label="各街道服务专员覆盖">
      {streets.map(({ streetId, label, titled, covered }) => {
        const text = `${covered}/${titled}`;
        return (
          <li key={label}>
            {streetId === null ? (
              <span>{label}</span>
            ) : (
              <Button type="link" onClick={() => onStreet(streetId)}>
                {label}
              </Button>
            )}
            <span className={covered < titled ? 'figures status-warn' : 'figures'}>{text}</span>
          </li>
        );
      })}
    </ul>
  );
}

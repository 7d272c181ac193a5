import { Button, DatePicker, Select } from 'antd';
import dayjs from 'dayjs';
import { StatusWord } from '#renderer/ui/status-word.tsx';
import { yearOf } from '#shared/domain/day.ts';
import { useAsOf, useDistrict } from './as-of.tsx';

/** 年度 and 截至日期: the day that the figures of every page are for. */
export function AsOfSwitch() {
  const { asOf, year, today, setAsOf, setYear } = useAsOf();
  const { years } = useDistrict();
  return (
    <div className="as-of">
      <label htmlFor="as-of-year">年度</label>
      <Select
        id="as-of-year"
        className="as-of-year"
        value={year}
        options={yearsToChoose(years, yearOf(today), year).map((each) => ({
          value: each,
          label: `${each}年`,
        }))}
        onChange={setYear}
      />
      <label htmlFor="as-of-day">截至</label>
      <DatePicker
        id="as-of-day"
        className="as-of-day"
        value={dayjs(asOf)}
        allowClear={false}
        onChange={(day) => {
          if (day !== null) setAsOf(day.format('YYYY-MM-DD'));
        }}
      />
      {asOf === today ? null : (
        <>
          <StatusWord kind="warn" text="不是今天" />
          <Button type="link" size="small" onClick={() => setAsOf(today)}>
            回到今天
          </Button>
        </>
      )}
    </div>
  );
}

/** Years on offer, newest first: those with targets or titles up to this year, this year, and the one shown. */
function yearsToChoose(known: readonly number[], thisYear: number, shown: number): readonly number[] {
  const years = new Set([...known.filter((year) => year <= thisYear), thisYear, shown]);
  return [...years].sort((a, b) => b - a);
}

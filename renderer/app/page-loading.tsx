import { Skeleton } from 'antd';

/** While a page is on its way. */
export function PageLoading() {
  return (
    <div className="page" aria-busy="true">
      <Skeleton active={false} paragraph={{ rows: 8 }} />
    </div>
  );
}

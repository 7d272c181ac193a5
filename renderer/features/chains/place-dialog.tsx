import { App, Checkbox, Modal, Select, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { useAsOf } from '#renderer/app/as-of.tsx';
import { useApi, useWrite } from '#renderer/client/use-query.ts';
import { SearchBox } from '#renderer/ui/search-box.tsx';
import type { OutputOf } from '#shared/contract/api.ts';
import { type ChainRole, chainRoles, chainRoleText } from '#shared/domain/chain.ts';

type ChainMap = OutputOf<'chains.map'>;
type Row = OutputOf<'chains.candidates'>['rows'][number];

const pageSize = 10;

const columns: TableColumnsType<Row> = [
  { key: 'firm', title: '企业名称', render: (_value, row) => row.firm },
  { key: 'titles', title: '称号', width: 170, render: (_value, row) => row.titles.join('、') || '—' },
  { key: 'product', title: '主导产品', width: 170, render: (_value, row) => row.product ?? '—' },
];

type Props = {
  readonly map: ChainMap;
  readonly node: ChainMap['nodes'][number] | null;
  readonly onClose: () => void;
};

/** 列入企业: ticks firms, those of the chain without a place first, and puts them on the node in one role. */
export function PlaceDialog({ map, node, onClose }: Props) {
  const [firmIds, setFirmIds] = useState<readonly number[]>([]);
  const [role, setRole] = useState<ChainRole | null>(null);
  const { message } = App.useApp();
  const place = useWrite('chains.place');
  const close = () => {
    setFirmIds([]);
    setRole(null);
    onClose();
  };
  const save = () => {
    if (node === null) return;
    place.mutate(
      { nodeId: node.id, firmIds: [...firmIds], role, note: null },
      {
        onSuccess: () => {
          void message.success(`已列入 ${firmIds.length} 家`);
          close();
        },
      },
    );
  };
  return (
    <Modal
      open={node !== null}
      title={`列入企业 · ${node?.name ?? ''}`}
      okText={firmIds.length === 0 ? '列入' : `列入 ${firmIds.length} 家`}
      okButtonProps={{ disabled: firmIds.length === 0 }}
      cancelText="取消"
      confirmLoading={place.isPending}
      mask={{ closable: false }}
      width={820}
      destroyOnHidden
      onOk={save}
      onCancel={close}
    >
      <Candidates
        chainId={map.chain.chainId}
        firmIds={firmIds}
        onFirms={setFirmIds}
        role={role}
        onRole={setRole}
      />
    </Modal>
  );
}

type CandidateProps = {
  readonly chainId: string;
  readonly firmIds: readonly number[];
  readonly onFirms: (firmIds: readonly number[]) => void;
  readonly role: ChainRole | null;
  readonly onRole: (role: ChainRole | null) => void;
};

function Candidates({ chainId, firmIds, onFirms, role, onRole }: CandidateProps) {
  const { asOf } = useAsOf();
  const [unplaced, setUnplaced] = useState(true);
  const [text, setText] = useState('');
  const [page, setPage] = useState(1);
  const found = useApi(
    'chains.candidates',
    { chainId, asOf, unplaced, text, offset: (page - 1) * pageSize, limit: pageSize },
    { keepPrevious: true },
  );
  return (
    <>
      <div className="chain-tools">
        <SearchBox
          label="按企业名称、产品或代码筛选"
          placeholder="企业名称、产品或代码"
          style={{ width: 240 }}
          value={text}
          onSearch={(next) => {
            setText(next.trim());
            setPage(1);
          }}
        />
        <Checkbox
          checked={unplaced}
          onChange={(event) => {
            setUnplaced(event.target.checked);
            setPage(1);
          }}
        >
          只看本链未列入的
        </Checkbox>
        <Select
          allowClear
          aria-label="角色"
          placeholder="角色：一般企业"
          style={{ width: 160, marginLeft: 'auto' }}
          value={role}
          options={chainRoles.map((value) => ({ value, label: chainRoleText[value] }))}
          onChange={(next: ChainRole | undefined) => onRole(next ?? null)}
        />
      </div>
      <Table<Row>
        rowKey="firmId"
        size="small"
        columns={columns}
        dataSource={found.data?.rows ?? []}
        loading={found.isLoading}
        rowSelection={{
          selectedRowKeys: [...firmIds],
          preserveSelectedRowKeys: true,
          onChange: (keys) => onFirms(keys.map(Number)),
        }}
        pagination={{
          current: page,
          pageSize,
          total: found.data?.total ?? 0,
          showSizeChanger: false,
          hideOnSinglePage: true,
          onChange: setPage,
        }}
        locale={{ emptyText: unplaced ? '本链企业都已列入图谱；可去掉勾选，从全部企业中找' : '没有找到企业' }}
      />
    </>
  );
}

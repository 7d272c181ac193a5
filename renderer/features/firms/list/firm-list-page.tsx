import '../firms.css';
import { useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { useDistrict } from '#renderer/app/as-of.tsx';
import { useApi } from '#renderer/client/use-query.ts';
import { ErrorPanel } from '#renderer/ui/error-panel.tsx';
import { emptyFirmAddress } from '#renderer/ui/firm-address.ts';
import { Page } from '#renderer/ui/page.tsx';
import type { BatchField } from '#shared/contract/methods/firm-batch.ts';
import { BatchDialog } from './batch-dialog.tsx';
import { ExportDialog } from './export-dialog.tsx';
import type { FirmRow } from './firm-columns.tsx';
import { FirmDrawer } from './firm-drawer.tsx';
import { FirmFilterBar } from './firm-filter-bar.tsx';
import { FirmTable } from './firm-table.tsx';
import { ListActions } from './list-actions.tsx';
import {
  defaultColumns,
  type ListPreferences,
  readPreferences,
  writePreferences,
} from './list-preferences.ts';
import { NoFirms } from './no-firms.tsx';
import { QueryDrawer } from './query-drawer.tsx';
import { QueryWords } from './query-words.tsx';
import { SavedViews } from './saved-views.tsx';
import { SelectionBar } from './selection-bar.tsx';
import { useFirmAddress } from './use-firm-address.ts';

/** 企业台账: the list that everyone works from. */
export function FirmListPage() {
  const navigate = useNavigate();
  const location = useLocation();
  const district = useDistrict();
  const [preferences, setPreferences] = useListPreferences();
  const { address, filter, conditions, filtered, change, clear, open } = useFirmAddress();
  const [preview, setPreview] = useState<number | null>(null);
  const [ticked, setTicked] = useState<readonly number[]>([]);
  const [exporting, setExporting] = useState(false);
  const [asking, setAsking] = useState(false);
  const [batching, setBatching] = useState(false);
  const [editing, setEditing] = useState<{ readonly row: FirmRow; readonly field: BatchField } | null>(null);
  const { pageSize } = preferences;
  const query = useApi(
    'firms.search',
    { filter, sort: address.sort, offset: (address.page - 1) * pageSize, limit: pageSize },
    { keepPrevious: true },
  );
  const total = query.data?.total ?? 0;
  const columns = preferences.columns ?? defaultColumns(window.innerWidth);
  const openFirm = (id: number) => void navigate(`/firms/${id}`, { state: { list: location.search } });

  return (
    <Page
      title="企业台账"
      state={stateSentence(district.firmCount, filtered && query.data !== undefined ? total : null)}
      actions={
        <ListActions
          count={district.firmCount}
          streets={district.streets}
          columns={columns}
          preferences={preferences}
          onPreferences={setPreferences}
          onExport={() => setExporting(true)}
        />
      }
    >
      <SavedViews conditions={conditions} onOpen={open} />
      <FirmFilterBar value={address} onChange={change} onClear={clear} onAdvanced={() => setAsking(true)} />
      {address.query === null ? null : (
        <QueryWords
          query={address.query}
          onEdit={() => setAsking(true)}
          onClear={() => change({ query: null })}
        />
      )}
      <SelectionBar
        ticked={ticked}
        total={total}
        filter={filter}
        sort={address.sort}
        columns={columns}
        rows={query.data?.rows ?? []}
        onTick={setTicked}
        onBatch={() => setBatching(true)}
      />
      {query.error ? (
        <ErrorPanel failure={query.error.failure} onRetry={() => void query.refetch()} />
      ) : (
        <FirmTable
          rows={query.data?.rows ?? []}
          total={total}
          loading={query.isPending}
          page={address.page}
          pageSize={pageSize}
          sort={address.sort}
          search={address.text}
          columns={columns}
          density={preferences.density}
          current={preview}
          ticked={ticked}
          onTick={setTicked}
          empty={query.isPending ? ' ' : <NoFirms filtered={filtered} onClear={clear} />}
          onPage={(page, size) => {
            setPreferences({ ...preferences, pageSize: size });
            change({ page: size === pageSize ? page : 1 });
          }}
          onSort={(sort) => change({ sort: sort ?? emptyFirmAddress.sort })}
          onPreview={(row) => setPreview(row.id)}
          onOpen={(row) => openFirm(row.id)}
          onEdit={(row, field) => setEditing({ row, field })}
        />
      )}
      <ExportDialog
        open={exporting}
        onClose={() => setExporting(false)}
        counts={{ filter: total, selection: ticked.length, all: district.firmCount }}
        filtered={filtered}
        filter={filter}
        ticked={ticked}
        sort={address.sort}
        columns={columns}
      />
      <QueryDrawer
        open={asking}
        query={address.query}
        onAsk={(asked) => change({ query: asked })}
        onClose={() => setAsking(false)}
      />
      {batching ? (
        <BatchDialog
          ids={ticked}
          onClose={() => setBatching(false)}
          onDone={() => {
            setBatching(false);
            setTicked([]);
          }}
        />
      ) : null}
      {editing === null ? null : (
        <BatchDialog
          ids={[editing.row.id]}
          field={editing.field}
          firm={editing.row.name}
          onClose={() => setEditing(null)}
          onDone={() => setEditing(null)}
        />
      )}
      <FirmDrawer id={preview} onClose={() => setPreview(null)} onOpen={openFirm} />
    </Page>
  );
}

/** The remembered choices of the list; a change is remembered at once. */
function useListPreferences(): [ListPreferences, (next: ListPreferences) => void] {
  const [preferences, setPreferences] = useState(readPreferences);
  return [
    preferences,
    (next) => {
      setPreferences(next);
      writePreferences(next);
    },
  ];
}

function stateSentence(all: number, found: number | null): string {
  const stock = `台账共 ${all} 家企业`;
  return found === null ? `${stock}。` : `${stock}，符合条件 ${found} 家。`;
}

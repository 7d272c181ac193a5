import { expect, test } from 'vitest';
import { openTestCore, type TestCore } from '#test/builders/core.ts';

const asOf = '2026-06-30';
const chainId = 'automotive';

const save = async (core: TestCore, name: string, chain: string | null = chainId) =>
  (await core.ask('firms.save', { id: null, patch: { name, scale: 'small', chainId: chain }, reason: '' }))
    .id;

const addNode = async (
  core: TestCore,
  name: string,
  tier: 'upstream' | 'midstream' | 'downstream' = 'upstream',
  standing: 'strong' | 'weak' | null = null,
) => {
  await core.ask('chains.saveNode', { id: null, chainId, tier, name, standing, note: null });
  const { nodes } = await mapOf(core);
  const id = nodes.find((node) => node.name === name)?.id;
  if (id === undefined) throw new Error('the node was saved');
  return id;
};

const mapOf = (core: TestCore) => core.ask('chains.map', { chainId, asOf });

const place = (
  core: TestCore,
  nodeId: number,
  firmIds: number[],
  role: 'leader' | 'supplier' | null = null,
) => core.ask('chains.place', { nodeId, firmIds, role, note: null });

const entry = {
  chainId,
  list: 'gap' as const,
  name: '车规级芯片',
  nodeId: null,
  partner: null,
  unit: '区商务局',
  dueOn: '2026-05-31',
  doneOn: null,
  note: null,
};

test('a node without firms is 缺失, with firms it is what the bureau judges; a firm counts once on a map', async () => {
  const core = await openTestCore({ pack: 'qiantang-2024' });
  const [one, two, waiting] = [
    await save(core, '杭州甲汽车有限公司'),
    await save(core, '杭州乙汽车有限公司', null),
    await save(core, '杭州丙汽车有限公司'),
  ];
  const chips = await addNode(core, '车规级芯片', 'upstream', 'weak');
  const bodies = await addNode(core, '车身', 'midstream', 'strong');
  await addNode(core, '电池回收', 'downstream', 'strong');
  await place(core, chips, [one, two], 'leader');
  await place(core, bodies, [one]);
  const { chain, nodes } = await mapOf(core);
  expect(nodes.map(({ name, state, firms }) => [name, state, firms.length])).toEqual([
    ['车规级芯片', 'weak', 2],
    ['车身', 'strong', 1],
    ['电池回收', 'missing', 0],
  ]);
  expect(chain).toMatchObject({ nodes: 3, missing: 1, weak: 1, firms: 2, leaders: 2, unplaced: 1 });
  const found = await core.ask('chains.candidates', { chainId, asOf, unplaced: true });
  expect(found.rows.map(({ firmId }) => firmId)).toEqual([waiting]);
  const { chains } = await core.ask('chains.list', { asOf });
  expect(chains.find((each) => each.chainId === chainId)).toEqual(chain);
  core.close();
});

test('a firm that moved away stands beside its node and no longer counts', async () => {
  const core = await openTestCore({ pack: 'qiantang-2024' });
  const firmId = await save(core, '杭州迁出汽车有限公司');
  const node = await addNode(core, '车身');
  await place(core, node, [firmId], 'leader');
  await core.ask('firms.move', { firmId, kind: 'closed', on: '2026-05-01', document: null, note: null });
  const { nodes, chain } = await mapOf(core);
  expect(nodes[0]).toMatchObject({ state: 'missing', firms: [], gone: [{ firmId }] });
  expect(chain).toMatchObject({ firms: 0, leaders: 0, missing: 1 });
  expect(
    await core.refused('chains.place', { nodeId: node, firmIds: [firmId], role: null, note: null }),
  ).toMatchObject({ code: 'chain-refused' });
  core.close();
});

test('nodes keep the order a person gives them, also across parts, and removing one is undone whole', async () => {
  const core = await openTestCore({ pack: 'qiantang-2024' });
  const firmId = await save(core, '杭州甲汽车有限公司');
  const [a, b, c] = [
    await addNode(core, '甲'),
    await addNode(core, '乙'),
    await addNode(core, '丙', 'midstream'),
  ];
  await core.ask('chains.moveNode', { id: c, tier: 'upstream', beforeId: b });
  const names = async () => (await mapOf(core)).nodes.map(({ tier, name }) => `${tier} ${name}`);
  expect(await names()).toEqual(['upstream 甲', 'upstream 丙', 'upstream 乙']);
  await place(core, a, [firmId]);
  await core.ask('chains.saveEntry', { ...entry, id: null, nodeId: a });
  const before = await mapOf(core);
  const { changeSetId } = await core.ask('chains.removeNode', { id: a });
  expect((await mapOf(core)).entries[0]).toMatchObject({ nodeId: null });
  await core.ask('changes.undo', { id: changeSetId ?? 0, reason: '' });
  expect(await mapOf(core)).toEqual(before);
  core.close();
});

test('lines of the lists know their node and whether they are overdue; one name stands once in a list', async () => {
  const core = await openTestCore({ pack: 'qiantang-2024' });
  const nodeId = await addNode(core, '车规级芯片');
  await core.ask('chains.saveEntry', { ...entry, id: null, nodeId });
  expect((await mapOf(core)).entries).toMatchObject([
    { name: '车规级芯片', nodeName: '车规级芯片', overdue: true },
  ]);
  expect(await core.refused('chains.saveEntry', { ...entry, id: null })).toMatchObject({
    code: 'chain-refused',
  });
  const id = (await mapOf(core)).entries[0]?.id ?? 0;
  await core.ask('chains.saveEntry', { ...entry, id, nodeId, doneOn: '2026-06-01' });
  expect((await mapOf(core)).entries).toMatchObject([{ doneOn: '2026-06-01', overdue: false }]);
  await core.ask('chains.removeEntry', { id });
  expect((await mapOf(core)).entries).toEqual([]);
  core.close();
});

test('a node of another chain, a chain of another district and a name that is taken are refused', async () => {
  const core = await openTestCore({ pack: 'qiantang-2024' });
  const id = await addNode(core, '车身');
  const node = { chainId, tier: 'upstream' as const, name: '车身', standing: null, note: null };
  expect(await core.refused('chains.saveNode', { ...node, id: null })).toMatchObject({
    code: 'chain-refused',
  });
  expect(await core.refused('chains.saveNode', { ...node, id, chainId: 'biomedicine' })).toMatchObject({
    code: 'not-found',
  });
  expect(await core.refused('chains.map', { chainId: 'no-such-chain', asOf })).toMatchObject({
    code: 'not-found',
  });
  expect(
    await core.refused('chains.saveEntry', { ...entry, id: null, chainId: 'biomedicine', nodeId: id }),
  ).toMatchObject({ code: 'not-found' });
  core.close();
});

test('removing the sample data takes its maps along, but a node that holds a real firm stays', async () => {
  const core = await openTestCore({ pack: 'qiantang-2024' });
  await core.ask('demo.load', {});
  const { nodes } = await mapOf(core);
  const kept = nodes[0];
  if (kept === undefined) throw new Error('the sample has nodes');
  expect(new Set(nodes.map(({ state }) => state))).toEqual(new Set(['missing', 'weak', 'plain', 'strong']));
  const firmId = await save(core, '杭州真实汽车有限公司');
  await place(core, kept.id, [firmId]);
  await core.ask('demo.remove', {});
  const after = await mapOf(core);
  expect(after.nodes.map(({ name, firms }) => [name, firms.length])).toEqual([[kept.name, 1]]);
  expect(after.entries).toEqual([]);
  core.close();
});

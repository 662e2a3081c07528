// What a developer would try first with the JavaScript SDK, each answer checked. Called with the path of the package and the endpoint.
const assert = require('node:assert/strict');
const { ChangeFeedStartFrom, CosmosClient } = require(process.argv[2]);
const key = 'C2y6yDjf5/R+ob0N8A7Cgv30VRDJIWEHLM+4QDU5DE2nQ9nDuVTqobD4b8mGGyPMbIZnqyMsEcaGQy67XIw/Jw==';

const code = async (action) => {
  try { return (await action()).statusCode ?? 200; } catch (error) { return error.code; }
};

async function main() {
  const client = new CosmosClient({ endpoint: process.argv[3], key });
  const { database } = await client.databases.createIfNotExists({ id: 'javascript' });
  const { container } = await database.containers.createIfNotExists({ id: 'films', partitionKey: { paths: ['/genre'] } });
  for (let i = 0; i < 25; i++) await container.items.upsert({ id: `f${i}`, genre: i % 2 ? 'Drama' : 'Comedy', year: 1990 + i });
  const all = (query, options) => container.items.query(query, options).fetchAll().then((answer) => answer.resources);
  const f3 = container.item('f3', 'Drama');

  assert.equal((await f3.read()).resource.year, 1993);
  assert.equal(await code(() => container.item('none', 'Drama').read()), 404);
  assert.deepEqual(
    await all({
      query: 'SELECT c.id FROM c WHERE c.year > @year ORDER BY c.year DESC OFFSET 1 LIMIT 3',
      parameters: [{ name: '@year', value: 2000 }],
    }, { partitionKey: 'Drama' }),
    [{ id: 'f21' }, { id: 'f19' }, { id: 'f17' }]);
  assert.equal((await all('SELECT VALUE c.id FROM c ORDER BY c.year DESC', { maxItemCount: 7 })).length, 25);
  assert.deepEqual(await all('SELECT VALUE COUNT(1) FROM c'), [25]);
  assert.deepEqual(await all('SELECT c.genre, COUNT(1) AS n FROM c GROUP BY c.genre'), [{ genre: 'Comedy', n: 13 }, { genre: 'Drama', n: 12 }]);
  assert.deepEqual(await all('SELECT TOP 2 c.id FROM c ORDER BY c.year'), [{ id: 'f0' }, { id: 'f1' }]);
  assert.equal(await code(() => container.items.query('SELEC * FROM c').fetchAll()), 400);

  assert.equal((await f3.patch([{ op: 'incr', path: '/year', value: 5 }])).resource.year, 1998);
  const read = (await f3.read()).resource;
  assert.equal(await code(() => f3.replace(read, { accessCondition: { type: 'IfMatch', condition: '"stale"' } })), 412);
  assert.equal(await code(() => f3.replace(read, { accessCondition: { type: 'IfMatch', condition: read._etag } })), 200);

  const create = { operationType: 'Create', resourceBody: { id: 'b1', genre: 'Drama' } };
  const batch = await container.items.batch([create, { operationType: 'Read', id: 'f5' }, { operationType: 'Delete', id: 'f1' }], 'Drama');
  assert.deepEqual(batch.result.map((answer) => answer.statusCode), [201, 200, 204]);
  assert.equal(batch.result[1].resourceBody.year, 1995);
  const refused = await container.items.batch([{ operationType: 'Delete', id: 'f7' }, create], 'Drama');
  assert.deepEqual(refused.result.map((answer) => answer.statusCode), [424, 409]);
  assert.equal(await code(() => container.item('f7', 'Drama').read()), 200);
  const bulk = await container.items.executeBulkOperations([
    { operationType: 'Create', partitionKey: 'Drama', resourceBody: { id: 'k1', genre: 'Drama' } },
    { operationType: 'Upsert', partitionKey: 'Comedy', resourceBody: { id: 'k2', genre: 'Comedy' } },
  ]);
  assert.deepEqual(bulk.map((answer) => answer.response.statusCode), [201, 201]);

  const feed = container.items.getChangeFeedIterator({ maxItemCount: 10, changeFeedStartFrom: ChangeFeedStartFrom.Beginning() });
  let changes = 0;
  for await (const page of feed.getAsyncIterator()) {
    if (page.statusCode === 304) break;
    changes += page.count;
  }
  assert.equal(changes, 27);
  await database.delete();
}

main().then(() => console.log('all held'), (error) => { console.error(error); process.exit(1); });

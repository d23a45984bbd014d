// @ts-check

/**
 * Times are texts in RFC 3339 and UTC with milliseconds: they sort as times do and read the same in every database.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('access_grants', table => {
    table.string('id', 64).primary();
    table.string('subject', 300).notNullable().index();
    table.text('domains').notNullable().comment('JSON: refs, "owned" or "all"');
    table.text('scope').notNullable().comment('JSON: tiers, clusters, tags');
    table.string('role', 100).notNullable();
    table.string('until', 30);
    table.string('why', 500).notNullable();
    table.string('by', 300).notNullable();
    table.string('at', 30).notNullable();
    table.integer('revision').notNullable();
  });

  await knex.schema.createTable('access_writes', table => {
    table.comment('One row, which every writer of grants locks first');
    table.integer('id').primary();
    table.integer('count').notNullable();
  });
  await knex('access_writes').insert({ id: 1, count: 0 });

  await knex.schema.createTable('access_answers', table => {
    table.comment('Answers to requests that carried an Idempotency-Key');
    table.string('caller', 300).notNullable();
    table.string('key', 128).notNullable();
    table.string('request', 64).notNullable().comment('SHA-256');
    table.text('answer').notNullable();
    table.string('at', 30).notNullable().index();
    table.primary(['caller', 'key']);
  });

  await knex.schema.createTable('access_audit', table => {
    table.string('id', 64).primary();
    table.string('at', 30).notNullable();
    table.string('ended_at', 30);
    table.string('who', 300).notNullable().index();
    table.string('who_title', 300).notNullable();
    table.string('verb', 100).notNullable();
    table.string('entity_ref', 300);
    table.string('cluster', 253);
    table.string('namespace', 253);
    table.text('object').comment('JSON: kind, name, uid');
    table.text('before').comment('JSON');
    table.text('after').comment('JSON');
    table.string('outcome', 10).notNullable();
    table.string('why', 500);
    table.text('reason');
    table.string('request_id', 100);
    table.text('search').notNullable().comment('Lower case, for the filter');
    table.index(['at', 'id']);
  });

  await knex.schema.createTable('access_audit_refs', table => {
    table.comment('What an entry is about: domains, departments, clusters');
    table
      .string('entry_id', 64)
      .notNullable()
      .references('id')
      .inTable('access_audit')
      .onDelete('CASCADE');
    table.string('kind', 10).notNullable();
    table.string('ref', 300).notNullable();
    table.primary(['entry_id', 'kind', 'ref']);
    table.index(['kind', 'ref']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('access_audit_refs');
  await knex.schema.dropTable('access_audit');
  await knex.schema.dropTable('access_answers');
  await knex.schema.dropTable('access_writes');
  await knex.schema.dropTable('access_grants');
};

// @ts-check

/**
 * Times are milliseconds since the epoch. Those that decide who may work (`due_at`, `lease_until`, `gone_at`) are compared
 * with the clock of the database only.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('environments', table => {
    table.string('id', 64).primary();
    table.integer('version').notNullable().comment('Raised by every write');
    table.bigInteger('gone_at').index();
    table.integer('wish').notNullable();
    table.bigInteger('due_at').index();
    table.string('lease_worker', 300);
    table.string('lease_token', 64);
    table.bigInteger('lease_until');
    table.string('state', 20).notNullable();
    table.string('operation', 20).notNullable();
    table.string('name', 100).notNullable();
    table.string('domain', 300).notNullable().index();
    table.string('cluster', 253).notNullable();
    table.string('tier', 100).notNullable();
    table.string('namespace', 253).notNullable();
    table.string('namespace_uid', 100);
    table.string('baseline', 510).notNullable();
    table.string('creator', 300).notNullable().index();
    table.string('owner', 300).index();
    table.bigInteger('created_at').notNullable();
    table.bigInteger('updated_at').notNullable();
    table.bigInteger('ready_at');
    table.bigInteger('expires_at').notNullable();
    table.boolean('pinned').notNullable();
    table.bigInteger('asleep_since');
    table.bigInteger('awake_since');
    table.bigInteger('awake_ms').notNullable();
    table.integer('generation').notNullable();
    table.text('service_names').notNullable().comment('Of the specification');
    table.text('collaborators').notNullable().comment('JSON: refs');
    table.text('last_used').comment('JSON: at, by');
    table.text('problem').comment('JSON');
    table.text('given_secrets').notNullable().comment('JSON: names');
    table.text('notices').notNullable().comment('JSON: expiresAt, sent');
    table.text('specification').notNullable().comment('JSON');
    table.text('seen').notNullable().comment('JSON: what was seen last');
    table.unique(['domain', 'cluster', 'name'], {
      indexName: 'environments_name_unique',
      predicate: knex.whereNull('gone_at'),
    });
    table.unique(['cluster', 'namespace'], {
      indexName: 'environments_namespace_unique',
      predicate: knex.whereNull('gone_at'),
    });
  });

  await knex.schema.createTable('environment_creations', table => {
    table.comment('One row, which whoever creates an environment locks first');
    table.integer('id').primary();
    table.integer('count').notNullable();
  });
  await knex('environment_creations').insert({ id: 1, count: 0 });

  await knex.schema.createTable('environment_collaborators', table => {
    table.comment('What lists are filtered by; the record has them in order');
    table.string('environment_id', 64).notNullable();
    table.string('ref', 300).notNullable();
    table.primary(['environment_id', 'ref']);
    table.index(['ref']);
  });

  await knex.schema.createTable('environment_steps', table => {
    table.string('environment_id', 64).primary();
    table.text('steps').notNullable().comment('JSON');
  });

  await knex.schema.createTable('environment_materials', table => {
    table.comment('What a plan gave; large, without any secret value');
    table.string('environment_id', 64).primary();
    table.text('material').notNullable().comment('JSON');
  });

  await knex.schema.createTable('environment_history', table => {
    table.bigIncrements('id');
    table.string('environment_id', 64).notNullable();
    table.bigInteger('at').notNullable();
    table.text('entry').notNullable().comment('JSON');
    table.index(['environment_id', 'id']);
  });

  await knex.schema.createTable('environment_durations', table => {
    table.bigIncrements('id');
    table.string('cluster', 253).notNullable();
    table.string('operation', 20).notNullable();
    table.double('seconds').notNullable();
    table.index(['cluster', 'operation', 'id']);
  });

  await knex.schema.createTable('environment_answers', table => {
    table.comment('Answers to requests that carried an Idempotency-Key');
    table.string('key', 64).primary().comment('SHA-256');
    table.string('request', 64).notNullable().comment('SHA-256');
    table.string('token', 64).notNullable().comment('Of who answers it');
    table.text('answer').comment('Empty while it is being answered');
    table.bigInteger('at').notNullable().index();
  });

  await knex.schema.createTable('environment_keys', table => {
    table.comment('The key of hashes of secrets, where the config has none');
    table.integer('id').primary();
    table.string('value', 64).notNullable();
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('environment_keys');
  await knex.schema.dropTable('environment_answers');
  await knex.schema.dropTable('environment_durations');
  await knex.schema.dropTable('environment_history');
  await knex.schema.dropTable('environment_materials');
  await knex.schema.dropTable('environment_steps');
  await knex.schema.dropTable('environment_collaborators');
  await knex.schema.dropTable('environment_creations');
  await knex.schema.dropTable('environments');
};

// Holds a file of SQLite for itself until it is told to let go. A process of its own, as a backup would be.
const Database = require('better-sqlite3');

const database = new Database(process.argv[2], { timeout: 10_000 });
database.exec('BEGIN EXCLUSIVE');
process.on('message', () => {
  database.exec('ROLLBACK');
  database.close();
  process.exit();
});
process.send('locked');

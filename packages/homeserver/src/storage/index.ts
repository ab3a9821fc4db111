export { LostRaceError, type Database, type Db, type Txn } from './database.ts';
export { openDatabase } from './open.ts';
export { prepare } from './queries/prepare.ts';

// The sqlite3 driver without anything of ours around it.
import sqlite3 from 'sqlite3';
import { databaseOf } from './backend.mjs';

/** Opens a data folder's books with the pragmas that the program sets: `run`, `all`, `close`. */
export async function openRaw(dataFolder) {
  const db = await new Promise((resolve, reject) => {
    const opened = new sqlite3.Database(databaseOf(dataFolder), (error) => (error ? reject(error) : resolve(opened)));
  });
  const promised = (method) => (...args) =>
    new Promise((resolve, reject) => {
      db[method](...args, (error, answer) => (error ? reject(error) : resolve(answer)));
    });
  const raw = { run: promised('run'), all: promised('all'), exec: promised('exec'), close: promised('close') };
  await raw.exec(`pragma busy_timeout = 10000; pragma foreign_keys = on; pragma temp_store = memory; pragma cache_size = -16000;
    pragma journal_mode = wal; pragma synchronous = full;`);
  return raw;
}

import { pathToFileURL } from 'node:url';

/**
 * Runs VS Code's server, named by the first argument, as long as its standard input is open: however whoever started
 * it comes to an end, the server goes too, and its extension hosts with it.
 */
const [, , server = '', ...rest] = process.argv;
process.argv.splice(1, process.argv.length, server, ...rest);
process.stdin.resume().on('end', () => process.exit());
await import(pathToFileURL(server).href);

/**
 * The language server and the command line, which share nearly everything: a build makes one bundle of this module, and a small
 * file for each that calls its function.
 */
export { runCommandLine } from './cli/commandLine.ts';
export { serve } from './serve.ts';

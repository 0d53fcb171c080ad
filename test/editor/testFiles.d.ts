/** Made by the bundler: every `*.test.ts` of this folder. */
declare module 'gantry:test-files' {
  export const testFiles: Readonly<Record<string, () => Promise<unknown>>>;
}

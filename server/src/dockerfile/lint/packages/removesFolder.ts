import type { Command } from '../../../shell/script.ts';

/** Whether a command deletes a folder, one that it is in, or what is in it: `rm -rf`, `find … -delete`. */
export function removesFolder({ name, args }: Command, folder: string): boolean {
  const words = args.map(({ text }) => text);
  const recursive = words.some((word) => /^(-[a-zA-Z]*[rR]|--recursive$)/.test(word));
  if (!(name.text === 'rm' && recursive) && !(name.text === 'find' && words.includes('-delete'))) return false;
  return words.some((word) => {
    const target = word.replace(/(\/+\*?|\*)$/, '');
    return (
      target.startsWith('/') &&
      (target === folder || folder.startsWith(`${target}/`) || target.startsWith(`${folder}/`))
    );
  });
}

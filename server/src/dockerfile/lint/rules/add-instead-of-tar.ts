import type { Finding, Rule } from '../../../lint/rule.ts';
import { operands, type Command } from '../../../shell/script.ts';
import type { Step, Word } from '../../model/step.ts';
import type { CommandUse, DockerfileFile } from '../file.ts';
import { grouped } from '../grouped.ts';
import { keywordLike } from '../keywordLike.ts';

/** What ADD unpacks: tar archives, compressed or not. */
const archive = /\.(tar|Z|bz2|gz|lz|lzma|tZ|tb2|tbz2?|tgz|tlz|tpz|txz|xz)$/;
const tarArchive = /\.(tar(\.\w+)?|tb2|tbz2?|tgz|tlz|tpz|txz|tZ)$/;
const unpackers = ['unzip', 'gunzip', 'bunzip2', 'unlzma', 'unxz', 'zgz', 'uncompress', 'zcat', 'gzcat'];

export const addInsteadOfTar: Rule<DockerfileFile> = {
  id: 'add-instead-of-tar',
  summary: 'Use ADD to unpack an archive into the image',
  rationale: `\`COPY\` of an archive and a \`RUN\` that unpacks it leave the archive in a layer, also when it is deleted later.
\`ADD\` unpacks a local tar archive on its way into the image.

The finding stands on the archive in the \`COPY\`; what is copied from a stage or an image is not reported, since \`ADD\` cannot
do that. Unlike hadolint, \`tar xf\` without a dash is seen, and a file that is compressed but no tar archive is not reported
when \`gunzip\` unpacks it: \`ADD\` would not.`,
  severity: 'info',
  codes: ['DL3010'],
  scope: 'stage',
  examples: {
    bad: ['FROM debian:12\nCOPY site.tar.gz /tmp/\nRUN tar -xzf /tmp/site.tar.gz -C /var/www\n'],
    good: [
      'FROM debian:12\nADD site.tar.gz /var/www/\n',
      'FROM debian:12\nCOPY --from=build /site.tar.gz /tmp/\nRUN tar -xzf /tmp/site.tar.gz -C /var/www\n',
    ],
  },
  *check(file) {
    const uses = file.commands('tar', ...unpackers).filter(({ step }) => step.onbuild === undefined);
    if (uses.length === 0) return;
    const ofStage = grouped(uses, ({ step }) => step.stage);
    for (const copy of file.all('COPY')) {
      const unpacking = ofStage.get(copy.stage);
      if (unpacking === undefined || copy.onbuild !== undefined || copy.flag('from')) continue;
      for (const { name, word } of archivesOf(copy)) {
        const use = unpacking.find(({ step, command }) => step.start > copy.start && unpacks(command, name));
        if (use) yield report(file, { copy, word, use });
      }
    }
  },
};

/** By the name that they get in the image. */
function archivesOf(copy: Step): { readonly name: string; readonly word: Word }[] {
  const words = copy.json ?? copy.words;
  const target = words.at(-1);
  const sources = words.slice(0, -1);
  if (target === undefined || copy.heredocs.length > 0) return [];
  const renamed = baseName(target.text);
  if (archive.test(renamed)) return sources.slice(0, 1).map((word) => ({ name: renamed, word }));
  return sources.map((word) => ({ name: baseName(word.text), word })).filter(({ name }) => archive.test(name));
}

function baseName(path: string): string {
  return path.replace(/^["']|["']$/g, '').replace(/^.*[/\\]/, '');
}

function unpacks(command: Command, name: string): boolean {
  if (!command.args.some(({ text }) => baseName(text) === name)) return false;
  return command.name.text === 'tar' ? hasDash(command) || isOldStyle(command) : tarArchive.test(name);
}

function hasDash({ args }: Command): boolean {
  return args.some(({ text }) => text === '--extract' || text === '--get' || /^-[^-]*x/.test(text));
}

function isOldStyle({ args: [first] }: Command): boolean {
  return first !== undefined && /^[a-zA-Z]*x[a-zA-Z]*$/.test(first.text);
}

function report(
  file: DockerfileFile,
  { copy, word, use }: { readonly copy: Step; readonly word: Word; readonly use: CommandUse },
): Finding {
  const { command } = use;
  const fix = addFix(file, copy, use);
  return {
    range: file.range(word),
    subject: file.range(copy),
    message: 'The archive stays in the layer. ADD unpacks it on its way into the image.',
    ...(command.name.text === 'tar' && !hasDash(command) && { codes: [] }),
    related: [{ range: file.range(command), message: 'It is unpacked here' }],
    ...(fix && { fix }),
  };
}

/** Where all that the `RUN` does is to unpack the one thing that was copied. Not safe: the archive itself is gone then. */
function addFix(file: DockerfileFile, copy: Step, { step, script, command }: CommandUse): Finding['fix'] {
  const [source, target, ...more] = copy.words;
  if (source === undefined || target === undefined || more.length > 0 || copy.json !== undefined) return undefined;
  if (copy.flags.length > 0 || step.flags.length > 0 || step.json !== undefined) return undefined;
  if (script.commands.length > 1 || command.start !== step.argument.start || command.end !== step.end) return undefined;
  const copied = target.text.endsWith('/') ? `${target.text}${baseName(source.text)}` : target.text;
  const [options, path, into, folder = './', ...others] = command.args.map(({ text }) => text);
  if (command.name.text !== 'tar' || others.length > 0 || path !== copied) return undefined;
  if (!/^-?[xvzjJ]*f$/.test(options ?? '') || (into !== undefined && into !== '-C')) return undefined;
  if (operands(command).some(({ literal }) => !literal)) return undefined;
  const keyword = keywordLike(copy, 'ADD');
  const { text } = file.source;
  const end = text.startsWith(file.eol, step.end) ? step.end + file.eol.length : step.end;
  return {
    title: 'Let ADD unpack it',
    edits: [
      { range: file.range(copy.keyword), newText: keyword },
      { range: file.range(target), newText: folder.endsWith('/') ? folder : `${folder}/` },
      { range: file.range({ start: step.start, end }), newText: '' },
    ],
    safe: false,
  };
}

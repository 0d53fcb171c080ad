import type { Rule } from '../../../lint/rule.ts';
import type { Command, Word } from '../../../shell/script.ts';
import { operands } from '../../../shell/script.ts';
import type { DockerfileFile } from '../file.ts';

const shells = /^(.*\/)?(ba|da|a|k|z)?sh$/;
const interpreters = /^(.*\/)?((ba|da|a|k|z)?sh|python[\d.]*|perl|ruby|node|php)$/;
const programs = /^(.*\/)?((ba|da|a|k|z)?sh|python[\d.]*|perl|ruby|node|php|sudo|eval|source|\.)$/;
const downloaders = ['curl', 'wget'];

export const noPipedScript: Rule<DockerfileFile> = {
  id: 'no-piped-script',
  summary: 'Do not run a download unseen',
  rationale: `\`curl … | sh\` runs whatever the server answers on the day of the build: another version, a page that says
“not found”, or what somebody has put there. When the connection breaks, the shell has run half of it already.

Download into a file, check it, then run it. \`ADD --checksum=sha256:… https://… /install.sh\` does the first two. A package
with a version is better still. \`sh -c "$(curl …)"\`, \`bash <(curl …)\` and \`eval\` are the same and reported too.`,
  severity: 'info',
  codes: [],
  scope: 'step',
  examples: {
    bad: [
      'FROM debian:12\nRUN curl -fsSL https://example.com/install.sh | sh -s -- --yes\n',
      'FROM debian:12\nRUN bash -c "$(wget -qO- https://example.com/install.sh)"\n',
    ],
    good: [
      'FROM debian:12\nADD --checksum=sha256:24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d https://example.com/install.sh /tmp/\nRUN sh /tmp/install.sh\n',
      'FROM debian:12\nRUN curl -fsSL https://example.com/data.json | python3 -m json.tool\n',
    ],
  },
  *check(file) {
    if (file.commands(...downloaders).length === 0) return;
    for (const { script, command } of file.commandsMatching(programs)) {
      const download = script.commands.find(
        (other) => downloaders.includes(other.name.text) && (isPiped(other, command) || isSubstituted(other, command)),
      );
      if (download === undefined) continue;
      yield {
        range: file.range(command.name),
        subject: file.range(command),
        message: `${command.name.text} runs what ${download.name.text} has just downloaded, unseen. Download it to a file, check it, and run that.`,
        related: [{ range: file.range(download), message: 'What is run' }],
      };
    }
  },
};

/** `curl … | sh`, with or without something between. */
function isPiped(download: Command, command: Command): boolean {
  return (
    download.statement.start === command.statement.start && download.end <= command.start && readsStandardInput(command)
  );
}

function readsStandardInput({ name, args }: Command): boolean {
  if (name.text === 'sudo') {
    const program = args.findIndex(({ text }) => interpreters.test(text));
    const [inner, ...rest] = args.slice(program);
    const before = args.slice(0, Math.max(program, 0)).every(({ text }) => /^-|^\w+=|^root$/.test(text));
    return program >= 0 && inner !== undefined && before && takesNoScript(inner, rest);
  }
  return interpreters.test(name.text) && takesNoScript(name, args);
}

function takesNoScript(program: Word, args: readonly Word[]): boolean {
  const words = args.map(({ text }) => text);
  if (words[0] === '-' || (shells.test(program.text) && words.some((word) => /^-[a-z]*s$/.test(word)))) return true;
  return !words.some((word) => !word.startsWith('-') || /^-[a-z]*[cem]$/.test(word) || word.startsWith('--'));
}

/** `sh -c "$(curl …)"`, `bash <(curl …)`, `eval "$(curl …)"`: the script itself is the download, not just an argument. */
function isSubstituted(download: Command, command: Command): boolean {
  const { name, args } = command;
  const given = args.findIndex(({ text }) => /^-[a-z]*c$/.test(text));
  const script = given >= 0 ? args[given + 1] : operands(command)[0];
  if (script === undefined || !/^(.*\/)?((ba|da|a|k|z)?sh|eval|source|\.)$/.test(name.text)) return false;
  return download.start > script.start && download.end < script.end && /^["']?(\$\(|`|<\()/.test(script.text);
}

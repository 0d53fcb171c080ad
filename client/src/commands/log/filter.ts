import { allLines, matcher, type LogFilter } from '../../document/logView.ts';
import { levels } from '../../document/logLevel.ts';
import type { Choice } from '../../ui/ui.ts';
import { defineCommand } from '../command.ts';

type Answer = Partial<LogFilter> | 'text';

const streams = ['stdout', 'stderr'] as const;
const names = { error: 'Errors', warn: 'Warnings and worse', info: 'Information and worse', debug: 'Debug and worse' };

export const filterLog = defineCommand({
  id: 'gantry.logs.filter',
  title: 'Filter log…',
  icon: 'filter',
  placement: { logTitle: { group: 'navigation@2' } },
  async run({ ui }, [resource]) {
    const view = ui.openedLog(resource)?.view;
    if (!view) return;
    const { level, stream, text } = view.filter;
    const choices: Choice<Answer>[] = [
      { label: 'Text…', icon: 'search', description: text, value: 'text' },
      { label: 'All lines', icon: 'clear-all', value: allLines },
      ...levels.map((each): Choice<Answer> => {
        const row = { label: names[each], value: { level: each }, description: each === level ? 'now' : '' };
        return each === levels[0] ? Object.assign(row, { separator: 'By level' }) : row;
      }),
      ...streams.map((each): Choice<Answer> => {
        const row = { label: `Only ${each}`, value: { stream: each }, description: each === stream ? 'now' : '' };
        return each === streams[0] ? Object.assign(row, { separator: 'By stream' }) : row;
      }),
    ];
    const answer = await ui.pick({ title: 'Filter log', choices });
    if (answer === undefined) return;
    if (answer !== 'text') return view.choose(answer);
    const typed = await ui.input({
      title: 'Filter log by text',
      prompt: 'What lines contain, or /an expression/; with a ! before it, what they do not; empty for all',
      value: text,
      validate: problemOf,
    });
    if (typed !== undefined) view.choose({ text: typed });
  },
});

function problemOf(text: string): string | undefined {
  try {
    matcher(text);
    return undefined;
  } catch (error) {
    return error instanceof SyntaxError
      ? 'This is no regular expression. Correct it, or leave the slashes out.'
      : String(error);
  }
}

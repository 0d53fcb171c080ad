import type { ContainerLimits } from '../../engine/port/container.ts';
import type { Ui } from '../../ui/ui.ts';
import { fillForm, textField, type Field } from '../form.ts';

/** Limits as they are typed; empty is none. */
export interface LimitAnswers {
  /** `512m`, as `docker run --memory`. */
  memory: string;
  /** `1.5`. */
  cpus: string;
  pids: string;
}

/** A line of a form that leads to a form of its own. */
export function limitsField(ui: Ui, answers: LimitAnswers): Field {
  return {
    label: 'Limits',
    value: describeLimits(answers) || 'none',
    icon: 'dashboard',
    async edit() {
      await fillForm({
        ui,
        title: 'Limits',
        submits: () => [{ label: 'Done', icon: 'check', value: true }],
        fields: () => limitFields(ui, answers),
      });
    },
  };
}

/** The lines of the form. What is limited in `held` can be changed, but not set free. */
export function limitFields(ui: Ui, answers: LimitAnswers, held?: LimitAnswers): Field[] {
  const kept = (key: 'memory' | 'cpus', text: string): string | undefined =>
    text === '' && held && held[key] !== ''
      ? 'An engine changes a limit, but takes none away. “Re-create with changes…” does.'
      : undefined;
  return [
    textField(ui, answers, {
      key: 'memory',
      label: 'Memory',
      icon: 'server',
      none: 'no limit',
      prompt: 'A number with b, k, m or g, at least 6m. Empty: no limit.',
      placeholder: '512m',
      validate: (text) => kept('memory', text) ?? memoryProblem(text),
    }),
    textField(ui, answers, {
      key: 'cpus',
      label: 'Processors',
      icon: 'circuit-board',
      none: 'no limit',
      prompt: 'How many processors’ time it may use. Empty: no limit.',
      placeholder: '1.5',
      validate: (text) => kept('cpus', text) ?? cpusProblem(text),
    }),
    textField(ui, answers, {
      key: 'pids',
      label: 'Processes',
      icon: 'list-tree',
      none: 'no limit',
      prompt: 'How many processes and threads it may have. Empty: no limit.',
      placeholder: '200',
      validate: (text) => (text === '' || /^[1-9]\d{0,8}$/u.test(text) ? undefined : 'A whole number is expected.'),
    }),
  ];
}

/** `512m memory, 1.5 processors`; empty when there is no limit. */
export function describeLimits({ memory, cpus, pids }: LimitAnswers): string {
  const parts = [
    ...(memory === '' ? [] : [`${memory} memory`]),
    ...(cpus === '' ? [] : [`${cpus} processors`]),
    ...(pids === '' ? [] : [`${pids} processes`]),
  ];
  return parts.join(', ');
}

/** What the answers mean to the engine. */
export function limitOptions({ memory, cpus, pids }: LimitAnswers): Omit<ContainerLimits, 'restart'> {
  return {
    ...(memory === '' ? {} : { memory: parseMemory(memory) ?? 0 }),
    ...(cpus === '' ? {} : { cpus: Number(cpus) }),
    ...(pids === '' ? {} : { pids: Number(pids) }),
  };
}

/** The answers that a container's own limits stand for. */
export function limitAnswers({ memory, cpus, pids }: ContainerLimits): LimitAnswers {
  return {
    memory: memory === undefined ? '' : formatMemory(memory),
    cpus: cpus === undefined ? '' : String(cpus),
    pids: pids === undefined ? '' : String(pids),
  };
}

/** `0.5 g` is a number of bytes, in powers of 1024 as Docker counts memory. Nothing for what is no amount. */
function parseMemory(text: string): number | undefined {
  const match = /^(\d+(?:\.\d+)?)\s*([bkmgt]?)(?:i?b)?$/iu.exec(text);
  if (!match) return undefined;
  const power = 'bkmgt'.indexOf((match[2] || 'b').toLowerCase());
  return Math.round(Number(match[1]) * 1024 ** power);
}

function formatMemory(bytes: number): string {
  const power = [3, 2, 1].find((exponent) => bytes % 1024 ** exponent === 0) ?? 0;
  return `${bytes / 1024 ** power}${'bkmg'.charAt(power)}`;
}

const leastMemory = 6 << 20;

function memoryProblem(text: string): string | undefined {
  if (text === '') return undefined;
  const bytes = parseMemory(text);
  if (bytes === undefined) return 'An amount is expected, as 512m or 1.5g.';
  return bytes < leastMemory ? 'The engine takes 6m at least.' : undefined;
}

function cpusProblem(text: string): string | undefined {
  return text === '' || Number(text) >= 0.01 ? undefined : 'A number from 0.01 on is expected.';
}

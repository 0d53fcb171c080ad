import { fillForm, type Field } from '../form.ts';
import { defineCommand, type CommandContext } from '../command.ts';
import type { OpenProject } from './project.ts';
import { allProfiles, prepare, runCompose, type ComposeRun } from './run.ts';

export const composeUpWith = defineCommand({
  id: 'gantry.compose.upWith',
  title: 'Compose up with options…',
  icon: 'run-all',
  on: 'composeProject',
  many: false,
  needsTrust: true,
  placement: { menu: '0_compose@2', editor: '2_gantry@2', editorTitle: '2_gantry@1' },
  async run(context, [target]) {
    const ready = await prepare(context, target);
    if (!ready) return;
    const { project } = ready;
    const answers = recall(context, project);
    const { ui } = context;
    const go = await fillForm({
      ui,
      title: `Up: ${project.name}`,
      submits: () => [{ label: 'Up', description: describe(answers), icon: 'play', value: true }],
      fields: () => fieldsOf(context, { project, answers }),
    });
    if (go !== true) return;
    await context.services.remember(keyOf(project), answers);
    await runCompose(context, ready, runOf(answers));
  },
});

interface UpAnswers {
  /** Empty: all that the profiles let start. */
  services: readonly string[];
  profiles: readonly string[];
  build: boolean;
  recreate: boolean;
  detach: boolean;
}

function runOf({ services, profiles, build, recreate, detach }: UpAnswers): ComposeRun {
  return { command: ['up', ...optionsOf({ build, recreate, detach })], profiles, services };
}

function optionsOf({ build, recreate, detach }: Pick<UpAnswers, 'build' | 'recreate' | 'detach'>): string[] {
  return [...(detach ? ['--detach'] : []), ...(build ? ['--build'] : []), ...(recreate ? ['--force-recreate'] : [])];
}

function describe(answers: UpAnswers): string {
  return [
    ...answers.profiles.map((profile) => `--profile=${profile}`),
    'up',
    ...optionsOf(answers),
    ...answers.services,
  ].join(' ');
}

function fieldsOf(
  { ui }: CommandContext,
  { project, answers }: { readonly project: OpenProject; readonly answers: UpAnswers },
): Field[] {
  const choose = async (
    key: 'services' | 'profiles',
    { title, names }: { title: string; names: readonly string[] },
  ): Promise<void> => {
    const choices = names.map((name) => ({ label: name, picked: answers[key].includes(name), value: name }));
    answers[key] = (await ui.pickMany({ title, choices })) ?? answers[key];
  };
  const toggle = (key: 'build' | 'recreate' | 'detach') => async (): Promise<void> => {
    answers[key] = !answers[key];
  };
  const services = project.outline.services.map(({ name }) => name);
  const profiles = allProfiles(project);
  return [
    {
      label: 'Services',
      value: answers.services.length === 0 ? 'all' : answers.services.join(', '),
      icon: 'layers',
      edit: () => choose('services', { title: 'Services to start (none: all)', names: services }),
    },
    ...(profiles.length === 0
      ? []
      : [
          {
            label: 'Profiles',
            value: answers.profiles.length === 0 ? 'none' : answers.profiles.join(', '),
            icon: 'checklist',
            edit: () => choose('profiles', { title: 'Profiles to switch on', names: profiles }),
          },
        ]),
    {
      label: 'Build',
      value: answers.build ? 'images are built before' : 'only where an image is missing',
      icon: 'tools',
      edit: toggle('build'),
    },
    {
      label: 'Containers',
      value: answers.recreate ? 'made anew' : 'made anew where something changed',
      icon: 'refresh',
      edit: toggle('recreate'),
    },
    {
      label: 'Output',
      value: answers.detach ? 'in the background (--detach)' : 'stays in the terminal; Ctrl+C there stops it',
      icon: 'terminal',
      edit: toggle('detach'),
    },
  ];
}

const keyOf = ({ directory, name }: OpenProject): string => `compose up ${directory} ${name}`;

/** The last answers, as far as they still mean something; the services that were clicked go before. */
function recall({ services }: CommandContext, project: OpenProject): UpAnswers {
  const last = (services.recall(keyOf(project)) ?? {}) as Partial<Record<keyof UpAnswers, unknown>>;
  const known = (value: unknown, names: readonly string[]): string[] =>
    Array.isArray(value) ? names.filter((name) => value.includes(name)) : [];
  const names = project.outline.services.map(({ name }) => name);
  return {
    services: project.services.length > 0 ? project.services : known(last.services, names),
    profiles: known(last.profiles, allProfiles(project)),
    build: last.build === true,
    recreate: last.recreate === true,
    detach: last.detach !== false,
  };
}

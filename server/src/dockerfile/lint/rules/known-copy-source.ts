import { closest } from '../../../lint/closest.ts';
import type { Finding, Rule } from '../../../lint/rule.ts';
import type { StageReference } from '../../model/stageReferences.ts';
import type { DockerfileFile } from '../file.ts';

export const knownCopySource: Rule<DockerfileFile> = {
  id: 'known-copy-source',
  summary: 'Copy from a stage that is there',
  rationale: `\`COPY --from\` names an earlier stage, by name or number, or an image. A mistyped stage is taken for an image, and the
build goes and looks for it in a registry.

As in hadolint, an image is known by its tag or digest; one without is reported. Unlike in hadolint, the case of a stage's
name does not matter, and a named build context is known where a compose file gives it to the build
(\`additional_contexts\`). BuildKit copies from a later stage, too; other builders do not.

What is written may be an image that a registry has, so the fix is offered and never applied in bulk.`,
  severity: 'warning',
  codes: ['DL3022'],
  examples: {
    bad: [
      'FROM golang:1.23 AS build\nFROM alpine:3.20\nCOPY --from=biuld /app /app\n',
      'FROM alpine:3.20\nCOPY --from=later /app /app\nFROM alpine:3.20 AS later\n',
    ],
    good: [
      'FROM golang:1.23 AS build\nFROM alpine:3.20\nCOPY --from=build /app /app\nCOPY --from=0 /lib /lib\n',
      'FROM alpine:3.20\nCOPY --from=busybox:1.36 /bin/sh /bin/sh\n',
    ],
  },
  *check(file) {
    for (const reference of file.references) {
      const { kind, step, text, stage } = reference;
      if (kind !== 'copy' || step.onbuild || text.includes(':') || text.includes('$')) continue;
      if ((stage !== undefined && stage.index <= step.stage.index) || file.isNamedContext(text)) continue;
      // These are build errors, which say more.
      if (file.circular.has(reference) || (stage === undefined && step.stage.from && /^\d+$/.test(text))) continue;
      yield report(file, reference);
    }
  },
};

function report(file: DockerfileFile, reference: StageReference): Finding {
  const { text, step, stage } = reference;
  const range = file.range(reference);
  if (stage !== undefined)
    return {
      range,
      message: `The stage ${text} comes later. Move it up, so that every builder finds it.`,
      ...(stage.from && {
        related: [{ range: file.range(stage.name ?? stage.from.keyword), message: 'The stage that is meant' }],
      }),
    };
  // No stage has a slash in its name.
  if (text.includes('/')) return { range, message: `The image ${text} has no tag. Name the version you mean.` };
  const earlier = file.stages.slice(0, step.stage.index).flatMap(({ name }) => (name ? [name.text] : []));
  const meant = closest(text, earlier);
  const hint = meant === undefined ? 'Name one, or an image with its tag.' : `Did you mean ${meant}?`;
  return {
    range,
    message: `There is no stage ${text} above. ${hint}`,
    ...(meant !== undefined && {
      fix: { title: `Change to ${meant}`, edits: [{ range, newText: meant }], safe: false },
    }),
  };
}

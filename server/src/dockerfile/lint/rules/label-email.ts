import type { Rule } from '../../../lint/rule.ts';
import type { DockerfileFile } from '../file.ts';
import { wrongLabels } from '../labels.ts';

export const labelEmail: Rule<DockerfileFile> = {
  id: 'label-email',
  summary: 'Write labels of type email as e-mail addresses',
  rationale: `\`label-schema\` in \`.hadolint.yaml\` says which labels hold an e-mail address: the bare one, without the
person's name and angle brackets around it.`,
  severity: 'warning',
  codes: ['DL3058'],
  scope: 'stage',
  examples: {
    around: { '.hadolint.yaml': 'label-schema:\n  maintainer: email\n' },
    bad: [
      'FROM alpine:3.20\nLABEL maintainer="Ada Lovelace"\n',
      'FROM alpine:3.20\nLABEL maintainer="Ada <ada@example.com>"\n',
    ],
    good: ['FROM alpine:3.20\nLABEL maintainer="ada@example.com"\n'],
  },
  *check(file) {
    for (const { name, value, place, assignment } of wrongLabels(file, { type: 'email', isRight: isEmail })) {
      const bare = /<([^<>]+)>\s*$/.exec(value)?.[1];
      const inner = bare === undefined ? -1 : (assignment.value?.indexOf(`<${bare}>`) ?? -1);
      const quote = /^["']/.exec(assignment.value ?? '')?.[0] ?? '';
      yield {
        range: file.range(place),
        message: `The label ${name} must be an e-mail address.`,
        ...(bare !== undefined &&
          inner >= 0 &&
          isEmail(bare) && {
            fix: {
              title: `Write ${bare}`,
              edits: [{ range: file.range(place), newText: `${quote}${bare}${quote}` }],
              safe: false,
            },
          }),
      };
    }
  },
};

/** RFC 5322's `addr-spec`, without comments and folded blanks. */
function isEmail(value: string): boolean {
  const atom = String.raw`[\w!#$%&'*+/=?^\x60{|}~-]+`;
  const dots = `${atom}(?:\\.${atom})*`;
  return new RegExp(String.raw`^(?:${dots}|"(?:[^"\\]|\\.)*")@(?:${dots}|\[[^\[\]\\\s]*\])$`).test(value);
}

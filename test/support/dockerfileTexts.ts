import { pick, random } from './random.ts';

/** What Dockerfiles are made of, whole and broken. */
const pieces = [
  'FROM alpine:3.20 AS build',
  'FROM build',
  'FROM --platform=$BUILDPLATFORM golang:${GO:-1.22} as Go',
  'FROM ${A:-${B:-${C}}}',
  'ARG A=1 B="two words" C',
  "ENV X=1 Y='a b' Z=${X:-$Y}",
  'ENV OLD style value',
  'LABEL org.opencontainers.image.title="T" \\',
  '  "quoted key"=\'v\'',
  'RUN apt-get update && apt-get install -y curl | tee /log; cd /x',
  'RUN --mount=type=cache,target=/root/.cache,sharing=locked --network=none pip install x',
  'RUN --mount=type=bind,from=build,source=/a,target=/b \\',
  '    # a comment inside',
  '',
  '    && make \\',
  'RUN <<EOF bash',
  'COPY <<-"ONE" <<TWO /dest/',
  'EOF',
  'ONE',
  '\tTWO',
  'COPY --from=build --chown=1:1 --exclude=*.md a b /c/',
  'ADD --checksum=sha256:00 https://example.com/x.tar.gz /x',
  'CMD ["a", "b\\"c"]',
  'ENTRYPOINT exec app $OPTIONS',
  'HEALTHCHECK --interval=1s --retries=3 CMD curl -f http://localhost || exit 1',
  'ONBUILD RUN npm install && npm cache clean --force',
  'SHELL ["/bin/bash", "-o", "pipefail", "-c"]',
  'EXPOSE 80/tcp 8080-8090 $PORT',
  'USER app:app',
  'WORKDIR C:\\src\\app',
  'STOPSIGNAL SIGTERM',
  'VOLUME ["/data"]',
  'MAINTAINER me',
  '# syntax=docker/dockerfile:1',
  '# escape=`',
  '# check=skip=all;error=true',
  '# hadolint ignore=DL3008,DL3009',
  '# gantry ignore=pipefail',
  'RUN echo `date` "$(cat <<< "$X")" ${X//a/b} \\',
  'BOGUS --flag=x',
  '\uFEFF',
  '\\',
  '`',
  'RUN "',
  "RUN '",
  'RUN $(((((',
  '${',
] as const;

const noise = [
  '\r',
  '\n',
  '\t',
  ' ',
  '\\',
  '`',
  '"',
  "'",
  '$',
  '{',
  '}',
  '#',
  '=',
  '<<',
  '[',
  ']',
  ',',
  '\0',
  'é',
  '👩‍👩‍👧',
  '\u2028',
];

/** A text from a seed, the same each time: pieces of Dockerfiles, cut and spoilt here and there. */
export function dockerfileText(seed: number): string {
  const next = random(seed);
  const eol = pick(next, ['\n', '\n', '\n', '\r\n']);
  const lines = Array.from({ length: 1 + Math.floor(next() * 60) }, () => pick(next, pieces));
  let text = lines.join(eol);
  for (let spoils = Math.floor(next() * 12); spoils > 0; spoils -= 1) {
    const at = Math.floor(next() * text.length);
    const cut = Math.floor(next() * 3);
    text = text.slice(0, at) + (next() < 0.7 ? pick(next, noise) : '') + text.slice(at + cut);
  }
  return text;
}

/** Texts that nobody writes and a server must survive, by what is extreme in them. */
export function extremeTexts(size = 1): Readonly<Record<string, string>> {
  const many = (count: number, text: (index: number) => string): string =>
    Array.from({ length: Math.ceil(count * size) }, (_, index) => text(index)).join('');
  return {
    'one long line': `FROM a\nRUN echo ${many(1_000_000, () => 'x')}\n`,
    'one long line of words': `FROM a\nRUN ${many(200_000, () => 'echo ')}\n`,
    'one long quoted word': `FROM a\nENV A="${many(1_000_000, () => ' ')}`,
    'many stages': many(10_000, (i) => `FROM a AS s${i}\n`),
    'many stages, each from the last': `FROM a AS s0\n${many(10_000, (i) => `FROM s${i} AS s${i + 1}\nENV A=$A\n`)}`,
    'variables in variables': `FROM a\nENV A=${many(5_000, () => '${A:-')}x${many(5_000, () => '}')}\n`,
    'open variables': `FROM a\nENV A=${many(20_000, () => '${')}\n`,
    'continuations without end': `FROM a\nRUN ${many(20_000, () => '\\\n')}`,
    'comments in a continuation': `FROM a\nRUN a \\\n${many(20_000, () => '# c\n')}b\n`,
    'empty lines in a continuation': `FROM a\nRUN a \\\n${many(20_000, () => '\n')}b\n`,
    'escape characters': `FROM a\nRUN ${many(100_000, () => '\\')}\n`,
    'here-documents': `FROM a\nRUN ${many(2_000, (i) => `<<E${i} `)}\n${many(2_000, (i) => `E${i}\n`)}`,
    'open here-documents': `FROM a\n${many(2_000, (i) => `COPY <<E${i} /x\n`)}`,
    'nested substitutions': `FROM a\nRUN ${many(2_000, () => '$(')}x${many(2_000, () => ')')}\n`,
    'nested groups': `FROM a\nRUN ${many(2_000, () => '( ')}x${many(2_000, () => ')')}\n`,
    pipes: `FROM a\nRUN a${many(20_000, () => ' | b')}\n`,
    'a list of commands': `FROM a\nRUN a${many(20_000, () => ' && apt-get install -y b')}\n`,
    'a JSON command': `FROM a\nCMD [${many(20_000, () => '"a", ')}"b"]\n`,
    flags: `FROM a\nRUN ${many(10_000, (i) => `--mount=type=cache,target=/${i} `)} a\n`,
    assignments: `FROM a\nENV ${many(10_000, (i) => `A${i}=$A${Math.max(0, i - 1)} `)}\n`,
    ports: `FROM a\nEXPOSE ${many(20_000, (i) => `${i} `)}\n`,
    triggers: `FROM a\n${many(5_000, () => 'ONBUILD RUN apt-get update\n')}`,
    'nested triggers': `FROM a\n${many(5_000, () => 'ONBUILD ')}RUN a\n`,
    directives: many(5_000, () => '# check=skip=all\n'),
    'ignore comments': `FROM a\n${many(5_000, () => '# hadolint ignore=DL3008\nRUN apt-get install a\n')}`,
    'blank lines': many(100_000, () => '\n'),
    'control characters': many(50_000, (i) => String.fromCharCode(i % 32)),
  };
}

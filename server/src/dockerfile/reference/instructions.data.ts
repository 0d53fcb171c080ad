import type { InstructionReference, ParameterReference } from './instruction.ts';

const flags = (label = '[--flag…]'): ParameterReference => ({
  label,
  doc: 'Options of the instruction; they come before everything else.',
  takes: 'flags',
});
const word = (label: string, doc: string): ParameterReference => ({ label, doc, takes: 'word' });
const many = (label: string, doc: string): ParameterReference => ({ label, doc, takes: 'many' });
const rest = (label: string, doc: string): ParameterReference => ({ label, doc, takes: 'rest' });
const fixed = (label: string, doc: string): ParameterReference => ({ label, doc, takes: 'fixed' });

const source = many(
  'source…',
  'Files and folders, relative to the build context. Patterns are allowed: `*`, `?`, `**`.',
);
const destination = word(
  'destination',
  'Where they go: an absolute path, or one relative to `WORKDIR`. It must end in `/` when there are several sources.',
);
const executable = word('"executable"', 'The program. No shell is started: variables are not replaced.');
const parameter = rest('"parameter"…', 'Its arguments, each a string of its own.');
const command = rest('command', 'A line for the shell: `/bin/sh -c`, or what `SHELL` says.');

export const instructions: readonly InstructionReference[] = [
  {
    name: 'FROM',
    summary: 'Begins a build stage on an image, or on an earlier stage',
    doc: 'Begins a new stage on a base image. Files and variables of earlier stages are not there, unless the stage continues one of them by its name. `scratch` is the empty image. Only `ARG` may come before the first `FROM`; what is declared there can be used in every `FROM`.',
    forms: [
      {
        parameters: [
          flags('[--platform=…]'),
          word('image', 'An image with a tag or a digest, the name of an earlier stage, or `scratch`.'),
          fixed('[AS', 'Gives the stage a name.'),
          word('name]', 'For `COPY --from`, later `FROM`s and `docker build --target`. In lower case.'),
        ],
      },
    ],
    snippets: [
      { label: 'FROM image', text: '${1:image}:${2:tag}' },
      { label: 'FROM image AS name', text: '${1:image}:${2:tag} AS ${3:name}' },
    ],
    neverTrigger: true,
  },
  {
    name: 'RUN',
    summary: 'Runs a command while the image is built',
    doc: 'Runs a command on top of what is there and keeps the changed files as a layer. Join commands with `&&`, or write them into a here-document (`RUN <<EOF`), so that what is deleted again does not stay in a layer. A started process does not survive the step.',
    forms: [
      { parameters: [flags(), command] },
      { parameters: [flags(), executable, parameter], json: true },
      {
        parameters: [
          flags(),
          rest('<<EOF', 'The lines up to `EOF` are the script. A `#!` line in it chooses another interpreter.'),
        ],
      },
    ],
    snippets: [
      { label: 'RUN command', text: '${1:command}' },
      {
        label: 'RUN --mount=type=cache',
        text: '--mount=type=cache,target=${1:/root/.cache} ${2:command}',
        doc: 'Keeps a folder between builds, outside of the image.',
      },
      {
        label: 'RUN --mount=type=secret',
        text: '--mount=type=secret,id=${1:name},env=${2:NAME} ${3:command}',
        doc: 'Gives a secret to one command; it does not get into the image.',
      },
      { label: 'RUN <<EOF', text: '<<EOF\n${1:set -e}\n$0\nEOF', doc: 'A script of several lines.' },
    ],
  },
  {
    name: 'CMD',
    summary: 'What a container does when it is started',
    doc: 'The default command of a container, or, with an `ENTRYPOINT`, its default arguments. `docker run image …` replaces it. The last one of a stage counts. Prefer the JSON form: then the program gets signals itself.',
    forms: [{ parameters: [executable, parameter], json: true }, { parameters: [command] }],
    snippets: [
      { label: 'CMD ["executable", "parameter"]', text: '["${1:executable}", "${2:parameter}"]' },
      { label: 'CMD command', text: '${1:command}', doc: 'Run by the shell, which does not hand signals on.' },
    ],
  },
  {
    name: 'LABEL',
    summary: 'Adds labels to the image',
    doc: 'Adds names with values to the image, for people and tools. Put values with blanks in double quotes. The names `org.opencontainers.image.…` have an agreed meaning.',
    forms: [
      {
        parameters: [many('name="value"…', 'Lower-case names with dots and dashes; several may follow.')],
      },
    ],
    snippets: [{ label: 'LABEL name="value"', text: '${1:name}="${2:value}"' }],
  },
  {
    name: 'MAINTAINER',
    summary: 'The author of the image (obsolete)',
    doc: 'Names the author. Replaced by `LABEL org.opencontainers.image.authors="…"`.',
    forms: [{ parameters: [rest('name', 'Who made the image.')] }],
    snippets: [{ label: 'MAINTAINER name', text: '${1:name}' }],
    deprecated: 'Use LABEL org.opencontainers.image.authors.',
    neverTrigger: true,
  },
  {
    name: 'EXPOSE',
    summary: 'Tells which ports the container listens on',
    doc: 'Documents the ports that a container listens on, TCP unless `/udp` follows. It publishes nothing: that is what `docker run -p` does, or `-P` for all exposed ports.',
    forms: [{ parameters: [many('port[/protocol]…', 'A port or a range: `80`, `53/udp`, `8000-8010`.')] }],
    snippets: [{ label: 'EXPOSE port', text: '${1:8080}' }],
  },
  {
    name: 'ENV',
    summary: 'Sets environment variables',
    doc: 'Sets variables for the steps that follow and for containers of the image. They stay: for what only the build needs use `ARG`, and for secrets `RUN --mount=type=secret`. Within one `ENV` a variable has the value from before it.',
    forms: [{ parameters: [many('name=value…', 'Quote values with blanks; several may follow.')] }],
    snippets: [
      { label: 'ENV name=value', text: '${1:NAME}=${2:value}' },
      { label: 'ENV name=value name=value', text: '${1:NAME}=${2:value} \\\\\n    ${3:NAME}=${4:value}' },
    ],
  },
  {
    name: 'ADD',
    summary: 'Adds files, unpacks archives, downloads addresses and repositories',
    doc: 'Like `COPY`, and besides: a local tar archive is unpacked, an `https://…` address is downloaded, a Git repository is cloned. Where you do not want that, `COPY` says so.',
    forms: [
      {
        parameters: [
          flags(),
          many('source…', 'Files and folders of the context, archives, `https://…` addresses, Git repositories.'),
          destination,
        ],
      },
      {
        parameters: [
          flags(),
          many('"source"…', 'As in the other form; needed for paths with blanks.'),
          word('"destination"', destination.doc),
        ],
        json: true,
      },
    ],
    snippets: [
      { label: 'ADD source destination', text: '${1:source} ${2:destination}' },
      {
        label: 'ADD --checksum address',
        text: '--checksum=sha256:${1:digest} ${2:https://example.com/file} ${3:destination}',
        doc: 'The build fails when the file has changed.',
      },
    ],
  },
  {
    name: 'COPY',
    summary: 'Copies files from the context, a stage or an image',
    doc: 'Copies files and folders from the build context, or with `--from` out of another stage or image. Of a folder its contents are copied. What `.dockerignore` leaves out cannot be copied.',
    forms: [
      { parameters: [flags(), source, destination] },
      {
        parameters: [
          flags(),
          many('"source"…', 'As in the other form; needed for paths with blanks.'),
          word('"destination"', destination.doc),
        ],
        json: true,
      },
    ],
    snippets: [
      { label: 'COPY source destination', text: '${1:source} ${2:destination}' },
      { label: 'COPY --from=stage source destination', text: '--from=${1:stage} ${2:source} ${3:destination}' },
      {
        label: 'COPY <<EOF destination',
        text: '<<EOF ${1:destination}\n$0\nEOF',
        doc: 'Writes a file whose text stands here.',
      },
    ],
  },
  {
    name: 'ENTRYPOINT',
    summary: 'The program that a container is',
    doc: 'The program of a container; `CMD`, or what follows the image in `docker run`, are its arguments. The last one of a stage counts. In the shell form it gets no arguments and no signals.',
    forms: [{ parameters: [executable, parameter], json: true }, { parameters: [command] }],
    snippets: [
      { label: 'ENTRYPOINT ["executable"]', text: '["${1:executable}"]' },
      { label: 'ENTRYPOINT command', text: '${1:command}', doc: 'Run by the shell, which takes no arguments.' },
    ],
  },
  {
    name: 'VOLUME',
    summary: 'Marks folders whose data outlive a container',
    doc: 'Marks paths for data from outside: a container gets an anonymous volume there when nothing is mounted. Some builders drop what later steps change below such a path.',
    forms: [
      { parameters: [many('path…', 'An absolute path; several may follow.')] },
      { parameters: [many('"path"…', 'An absolute path; several may follow.')], json: true },
    ],
    snippets: [{ label: 'VOLUME ["path"]', text: '["${1:/data}"]' }],
  },
  {
    name: 'USER',
    summary: 'The user that later steps and the container run as',
    doc: 'Sets the user, and with `:` the group, for the `RUN`s that follow and for the container. With a group given, the user has no others. A number works also where the image has no `/etc/passwd`, and lets Kubernetes see that it is not root.',
    forms: [
      {
        parameters: [word('user[:group]', 'Names or numbers. The user must exist, unless it is a number.')],
      },
    ],
    snippets: [{ label: 'USER user', text: '${1:user}' }],
  },
  {
    name: 'WORKDIR',
    summary: 'The working directory of later steps and of the container',
    doc: 'Sets the folder for `RUN`, `CMD`, `ENTRYPOINT`, `COPY` and `ADD` that follow, and makes it if it is not there. A relative path counts from the `WORKDIR` before.',
    forms: [{ parameters: [rest('path', 'Best an absolute path.')] }],
    snippets: [{ label: 'WORKDIR path', text: '${1:/app}' }],
  },
  {
    name: 'ARG',
    summary: 'A variable that the build can be given',
    doc: 'Declares a variable that `docker build --build-arg name=value` sets. It exists from its line to the end of its stage; one from before the first `FROM` must be declared again, without a value, in the stage that uses it. Its value can be seen in the history of the image: no place for secrets.',
    forms: [{ parameters: [many('name[=default]…', 'Without a default the variable is unset unless it is given.')] }],
    snippets: [
      { label: 'ARG name=default', text: '${1:NAME}=${2:default}' },
      { label: 'ARG name', text: '${1:NAME}' },
    ],
  },
  {
    name: 'ONBUILD',
    summary: 'A step for builds that start from this image',
    doc: 'Keeps an instruction for later: it is run when another build uses this image in its `FROM`, right after that. It cannot be `FROM`, `MAINTAINER` or another `ONBUILD`, and is not inherited by grandchildren.',
    forms: [
      {
        parameters: [
          fixed('INSTRUCTION', 'Any but `FROM`, `MAINTAINER` and `ONBUILD`.'),
          rest('arguments', 'What this instruction takes.'),
        ],
      },
    ],
    snippets: [{ label: 'ONBUILD INSTRUCTION', text: '${1:INSTRUCTION}' }],
    neverTrigger: true,
  },
  {
    name: 'STOPSIGNAL',
    summary: 'The signal that stops the container',
    doc: 'The signal that `docker stop` sends first, `SIGTERM` unless it is said here. A container that has not ended after ten seconds is killed.',
    forms: [{ parameters: [word('signal', 'A name such as `SIGQUIT`, or a number.')] }],
    snippets: [{ label: 'STOPSIGNAL signal', text: '${1:SIGTERM}' }],
  },
  {
    name: 'HEALTHCHECK',
    summary: 'Tells how to find out whether the container works',
    doc: 'A command that the engine runs in the container from time to time: exit code 0 is healthy, 1 is not. The last one of a stage counts; `NONE` switches off the one of the base image.',
    forms: [
      {
        parameters: [
          flags(),
          fixed('CMD', 'What follows is the command.'),
          rest('command', 'A line for the shell, or a JSON array of strings.'),
        ],
      },
      { parameters: [fixed('NONE', 'No check, whatever the base image says.')] },
    ],
    snippets: [
      {
        label: 'HEALTHCHECK CMD command',
        text: '--interval=${1:30s} --timeout=${2:5s} --start-period=${3:10s} --retries=${4:3} \\\\\n    CMD ${5:command}',
      },
      { label: 'HEALTHCHECK NONE', text: 'NONE', doc: 'Switches off the check of the base image.' },
    ],
  },
  {
    name: 'SHELL',
    summary: 'The shell of the steps that follow',
    doc: 'What the shell form of `RUN`, `CMD` and `ENTRYPOINT` is run with, `["/bin/sh", "-c"]` unless it is said here. It must be a JSON array.',
    forms: [{ parameters: [executable, parameter], json: true }],
    snippets: [
      { label: 'SHELL ["executable", "parameter"]', text: '["${1:/bin/bash}", "${2:-o}", "${3:pipefail}", "${4:-c}"]' },
    ],
  },
];

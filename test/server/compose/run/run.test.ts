import { describe, expect, test } from 'vitest';
import { runActions } from '../../../../server/src/compose/features/dockerRun.ts';
import { provideRunLine } from '../../../../server/src/compose/features/runLine.ts';
import { applyEdits } from '../../../support/markedText.ts';
import { cursorIn } from '../features/at.ts';
import { meaning } from '../format/formatted.ts';
import { open, problemsOf } from '../open.ts';

/** The text after the command at the `|` was turned into a service; `undefined` where that is not offered. */
function turned(marked: string): string | undefined {
  const { document, position, text } = cursorIn(marked);
  const [action] = runActions(document, { start: position, end: position });
  return action && applyEdits(text, action.edit?.changes?.[document.uri] ?? []);
}

/** Of one command, the service's lines without their indentation. */
function service(command: string): string[] {
  const lines = turned(`services:\n  |${command}\n`)?.split('\n') ?? [];
  return lines.slice(2, -1).map((line) => line.slice(4));
}

describe('a `docker run` becomes a service', () => {
  test.each([
    ['docker run nginx', ['image: nginx']],
    [
      '$ sudo docker container run --rm -it alpine:3 sh -c "echo \'a b\'"',
      ['image: alpine:3', 'stdin_open: true', 'tty: true', 'command: ["sh", "-c", "echo \'a b\'"]'],
    ],
    [
      'docker run -d --name db -p 5432:5432 -e A=1 -e "B=x y" -e C postgres',
      [
        'image: postgres',
        'container_name: db',
        'ports:',
        '  - "5432:5432"',
        'environment:',
        '  A: "1"',
        '  B: x y',
        '  C:',
      ],
    ],
    ['docker run -p80:80 --publish=90 a', ['image: a', 'ports:', '  - "80:80"', '  - "90"']],
    ['docker run -v $(pwd)/src:/src:ro -v "$PWD":/all a', ['image: a', 'volumes:', '  - ./src:/src:ro', '  - .:/all']],
    [
      'docker run --mount type=bind,src=./a,dst=/b,readonly a',
      ['image: a', 'volumes:', '  - type: bind', '    source: ./a', '    target: /b', '    read_only: true'],
    ],
    [
      'docker run --net host --restart unless-stopped --memory 512m --cpus 1.5 a',
      ['image: a', 'network_mode: host', 'restart: unless-stopped', 'mem_limit: 512m', 'cpus: 1.5'],
    ],
    ['docker run --entrypoint sh a -c "x"', ['image: a', 'entrypoint: ["sh"]', 'command: ["-c", "x"]']],
    [
      'docker run --health-cmd "curl -f localhost" --health-interval 5s a',
      ['image: a', 'healthcheck:', '  test: curl -f localhost', '  interval: 5s'],
    ],
    [
      'docker run --ulimit nofile=10:20 --ulimit nproc=5 --gpus all --stop-timeout 3 a',
      [
        'image: a',
        'ulimits:',
        '  nofile:',
        '    soft: 10',
        '    hard: 20',
        '  nproc: 5',
        'gpus: all',
        'stop_grace_period: 3s',
      ],
    ],
    [
      'docker run --log-driver local --log-opt max-size=1m a',
      ['image: a', 'logging:', '  driver: local', '  options:', '    max-size: 1m'],
    ],
    ["docker run -e 'A=$x' -e B=$HOME a", ['image: a', 'environment:', '  A: $$x', '  B: $HOME']],
    ['docker run --privileged=false --init a', ['image: a', 'init: true']],
    ['docker run a | grep b', ['image: a']],
  ])('%s', (command, expected) => {
    expect(service(command)).toEqual(expected);
  });

  test('over several lines, wherever the cursor is in it, also in a comment', () => {
    const expected = 'services:\n  web:\n    image: a\n    container_name: web\n    ports:\n      - "80:80"\n';
    expect(turned('services:\n  docker run --name web \\\n    -p 80:|80 \\\n    a\n')).toBe(expected);
    expect(turned('services:\n  # docker run --name web \\\n  #   -p 80:80 |a\n')).toBe(expected);
  });

  test('among other services, in their style, with a name of its own', () => {
    expect(
      turned('services:\n    web:\n        image: a\n    doc|ker run --name web b\n    db:\n        image: c\n'),
    ).toBe(
      'services:\n    web:\n        image: a\n    web-2:\n        image: b\n        container_name: web\n    db:\n        image: c\n',
    );
  });

  test('elsewhere it goes to the services', () => {
    expect(turned('services:\n  web:\n    image: a\nvolumes:\n  x:\n\ndocker run b|\n')).toBe(
      'services:\n  web:\n    image: a\n  b:\n    image: b\nvolumes:\n  x:\n\n',
    );
    expect(turned('docker run| nginx')).toBe('services:\n  nginx:\n    image: nginx');
    expect(turned('docker run nginx|\r\n')).toBe('services:\r\n  nginx:\r\n    image: nginx\r\n');
  });

  test('volumes and networks that it names are defined', () => {
    expect(turned('services:\n  docker run| -v data:/d -v old:/o --network front a\nvolumes:\n  old:\n')).toBe(
      'services:\n  a:\n    image: a\n    volumes:\n      - data:/d\n      - old:/o\n    networks:\n      - front\nvolumes:\n  old:\n  data:\nnetworks:\n  front:\n    external: true\n',
    );
  });

  test.each([
    'services:\n  |web:\n',
    '|',
    'docker |run\n',
    'docker run -it| --rm\n',
    'docker run "a|\n',
    '# docker| runs\n',
  ])('nothing in %j', (marked) => {
    expect(turned(marked)).toBeUndefined();
  });
});

describe('a service becomes a `docker run`', () => {
  const run = (rest: string): unknown => provideRunLine(open(`name: shop\nservices:\n  web:\n${rest}`), 'web');
  const line = (text: string): unknown => (run(text) as { line: string }).line.split(' \\\n  ');

  test.each([
    ['    image: nginx:1\n', ['docker run', '--detach', '--name web', 'nginx:1']],
    ['    image: a\n    command: sh -c "a b"\n', ['docker run', '--detach', '--name web', "a sh -c 'a b'"]],
    [
      '    build: .\n    entrypoint: [a, b]\n    command: [c]\n',
      ['docker run', '--detach', '--name web', '--entrypoint a', 'shop-web b c'],
    ],
    [
      '    image: a\n    environment: {A: "x y", B: $HOME, C: "$$d", D: }\n',
      ['docker run', '--detach', '--name web', "--env 'A=x y'", '--env "B=$HOME"', "--env 'C=$d'", '--env D', 'a'],
    ],
    [
      '    image: a\n    ports: ["80:80", {target: 1, published: "2", host_ip: 127.0.0.1, protocol: udp}]\n',
      ['docker run', '--detach', '--name web', '--publish 80:80', '--publish 127.0.0.1:2:1/udp', 'a'],
    ],
    [
      '    image: a\n    healthcheck: {test: [CMD, b, "c d"], interval: 5s}\n    stop_grace_period: 1m30s\n',
      [
        'docker run',
        '--detach',
        '--name web',
        '--health-interval 5s',
        "--health-cmd 'b '\\''c d'\\'''",
        '--stop-timeout 90',
        'a',
      ],
    ],
  ])('%j', (text, expected) => {
    expect(line(text)).toEqual(expected);
  });

  test('what is merged in counts; what cannot be said is named', () => {
    expect(run('    <<: {image: a}\n    depends_on: [db]\n    secrets: [x]\n    x-b: 1\n')).toEqual({
      line: 'docker run \\\n  --detach \\\n  --name web \\\n  a',
      leftOut: ['depends_on', 'secrets'],
    });
    expect(run('    tty: true\n')).toEqual({ leftOut: [] });
    expect(provideRunLine(open('services: {}\n'), 'web')).toBeUndefined();
  });
});

describe('there and back', () => {
  test.each([
    'docker run --detach --name web nginx',
    "docker run --detach --name web --hostname h --user 1:2 --workdir /a --restart on-failure:3 --memory 1g --cpus 0.5 --privileged --init --read-only --tty --interactive --publish 127.0.0.1:80:80/udp --volume data:/d:ro --env 'A=b c' --env B --env-file .env --label a.b=c --add-host h:1.2.3.4 --device /dev/fuse --cap-add ALL --cap-drop NET_RAW --dns 1.1.1.1 --security-opt no-new-privileges:true --tmpfs /tmp --sysctl net.a=1 --network front --network-alias w --ip 1.2.3.4 --stop-timeout 5 --gpus all --ulimit nofile=1:2 nginx:1 a 'b c'",
    "docker run --detach --name web --mount type=bind,source=./a,target=/b,readonly --health-cmd 'curl -f x' --health-retries 3 --entrypoint sh nginx -c 'echo $a \"b\"'",
    'docker run --detach --name web --env "A=$HOME \\$x" nginx',
  ])('%s', async (command) => {
    const text = turned(`services:\n  |${command}\n`) ?? '';
    const { line = '' } = provideRunLine(open(text), 'web') ?? {};
    const words = (of: string): string[] =>
      of
        .replaceAll('\\\n', '')
        .split(/\s+(?=--)|\s+(?=nginx)/)
        .sort();
    expect(words(line)).toEqual(words(command));
    expect((await problemsOf(text)).filter(({ severity }) => severity === 'error')).toEqual([]);
    const again = open(turned(`services:\n  |${line}\n`) ?? '');
    expect(meaning(again, { sorted: true })).toEqual(meaning(open(text), { sorted: true }));
  });
});

import { unknownWord } from '../../../../../server/src/compose/lint/rules/unknown-word.ts';
import { testRule } from '../../../../support/composeRule.ts';

testRule(unknownWord, {
  bad: {
    restart: 'services:\n  web:\n    image: nginx\n    restart: allways\n             ^^^^^^^\n',
    deploy:
      'services:\n  web:\n    image: nginx\n    deploy:\n      mode: globl\n            ^^^^^\n      endpoint_mode: vp\n                     ^^\n      restart_policy:\n        condition: always\n                   ^^^^^^\n      update_config:\n        failure_action: stop\n                        ^^^^\n',
    namespaces:
      'services:\n  web:\n    image: nginx\n    ipc: hots\n         ^^^^\n    pid: private\n         ^^^^^^^\n    network_mode: hst\n                  ^^^\n    uts: none\n         ^^^^\n',
    'a prefix alone': 'services:\n  web:\n    image: nginx\n    ipc: "service:"\n         ^^^^^^^^^^\n',
    'capabilities and signals':
      'services:\n  web:\n    image: nginx\n    cap_add: [NET_ADMN, CAP_SYS_ADMIN]\n              ^^^^^^^^\n    stop_signal: SIGTREM\n                 ^^^^^^^\n',
    'the mode of a volume':
      'services:\n  web:\n    image: nginx\n    volumes:\n      - ./a:/a:rw,readonly\n                  ^^^^^^^^\n',
    'a pull policy': 'services:\n  web:\n    image: nginx\n    pull_policy: nevermore\n                 ^^^^^^^^^\n',
    'a platform':
      'services:\n  web:\n    image: nginx\n    platform: linux/amd46\n                    ^^^^^\n    build:\n      context: .\n      platforms:\n        - linux/arm/v7/x\n          ^^^^^^^^^^^^^^\n',
    'a logging driver':
      'services:\n  web:\n    image: nginx\n    logging:\n      driver: json-fiel\n              ^^^^^^^^^\n',
    'ports and mounts':
      'services:\n  web:\n    image: nginx\n    ports:\n      - target: 80\n        protocol: tpc\n                  ^^^\n        mode: hosts\n              ^^^^^\n    volumes:\n      - type: bind\n        source: .\n        target: /a\n        bind: {propagation: share}\n                            ^^^^^\n',
  },
  good: {
    'known words':
      'services:\n  web:\n    image: nginx\n    restart: on-failure:5\n    ipc: container:x\n    pid: host\n    network_mode: container:x\n    stop_signal: "15"\n    cap_drop: [all, cap_chown]\n    pull_policy: every_12h\n    platform: linux/arm64/v8\n    logging: {driver: loki}\n    userns_mode: keep-id\n    volumes: ["./a:/a:ro,Z,rslave"]\n    isolation: hyperv\n',
    'what is not known here': 'services:\n  web:\n    image: nginx\n    restart: ${RESTART:-allways}\n',
  },
  fixes: {
    restart: [
      'services:\n  web:\n    image: nginx\n    restart: "allways"\n',
      'services:\n  web:\n    image: nginx\n    restart: "always"\n',
    ],
    'a mode': [
      'services:\n  web:\n    image: nginx\n    volumes: ["./a:/a:read-only"]\n',
      'services:\n  web:\n    image: nginx\n    volumes: ["./a:/a:ro"]\n',
    ],
    'a capability': [
      "services:\n  web:\n    image: nginx\n    cap_add: ['NET_ADMN']\n",
      "services:\n  web:\n    image: nginx\n    cap_add: ['NET_ADMIN']\n",
    ],
  },
});

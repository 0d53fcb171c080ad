import { invalidQuantity } from '../../../../../server/src/compose/lint/rules/invalid-quantity.ts';
import { testRule } from '../../../../support/composeRule.ts';

testRule(invalidQuantity, {
  bad: {
    sizes:
      'services:\n  web:\n    image: nginx\n    mem_limit: 512 megs\n               ^^^^^^^^\n    shm_size: "64x"\n              ^^^^^\n    mem_reservation: 1,5g\n                     ^^^^\n',
    CPUs: 'services:\n  web:\n    image: nginx\n    deploy:\n      resources:\n        limits:\n          cpus: "half"\n                ^^^^^^\n',
    devices: 'services:\n  web:\n    image: nginx\n    gpus:\n      - count: some\n               ^^^^\n',
  },
  good: {
    'what compose takes':
      'services:\n  web:\n    image: nginx\n    mem_limit: 1.5 GiB\n    memswap_limit: -1\n    shm_size: 64m\n    mem_reservation: 1048576\n    deploy:\n      resources:\n        limits:\n          cpus: "0.5"\n          memory: 1gb\n    gpus:\n      - count: all\n        driver: nvidia\n      - count: 2\n',
  },
});

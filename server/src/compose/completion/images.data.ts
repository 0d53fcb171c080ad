interface KnownImage {
  readonly doc: string;
  readonly variables?: Readonly<Record<string, string>>;
  /** Those that it listens on, the usual one first. */
  readonly ports?: readonly string[];
  /** Where it keeps what must outlive the container. */
  readonly data?: string;
  /** A shell line that tells whether it is ready, of programs that are in the image; a dollar sign for the shell is `$$`. */
  readonly check?: string;
}

/** Images that people start from, with what must or may be set. From their pages on Docker Hub. */
export const images: Readonly<Record<string, KnownImage>> = {
  alpine: { doc: 'A small Linux.' },
  busybox: { doc: 'The smallest set of Unix tools.' },
  caddy: { ports: ['80', '443'], data: '/data', doc: 'A web server with automatic HTTPS.' },
  debian: { doc: 'Debian Linux.' },
  docker: { doc: 'The Docker CLI and engine.' },
  elasticsearch: {
    ports: ['9200'],
    data: '/usr/share/elasticsearch/data',
    check: 'curl -fsS http://localhost:9200/_cluster/health',
    doc: 'A search engine.',
    variables: { ELASTIC_PASSWORD: 'Password of the user elastic.', 'discovery.type': '`single-node` for one node.' },
  },
  golang: { doc: 'The Go toolchain.' },
  'grafana/grafana': {
    ports: ['3000'],
    data: '/var/lib/grafana',
    check: 'wget -qO- http://localhost:3000/api/health',
    doc: 'Dashboards.',
    variables: { GF_SECURITY_ADMIN_PASSWORD: 'Password of the user admin.' },
  },
  haproxy: { doc: 'A load balancer.' },
  httpd: { ports: ['80'], data: '/usr/local/apache2/htdocs', doc: 'The Apache HTTP server.' },
  influxdb: {
    ports: ['8086'],
    data: '/var/lib/influxdb2',
    check: 'influx ping',
    doc: 'A time series database.',
    variables: {
      DOCKER_INFLUXDB_INIT_MODE: '`setup` for a first start.',
      DOCKER_INFLUXDB_INIT_PASSWORD: 'Password of the first user.',
      DOCKER_INFLUXDB_INIT_USERNAME: 'The first user.',
    },
  },
  mariadb: {
    ports: ['3306'],
    data: '/var/lib/mysql',
    check: 'healthcheck.sh --connect --innodb_initialized',
    doc: 'A relational database.',
    variables: {
      MARIADB_DATABASE: 'A database made at the first start.',
      MARIADB_PASSWORD: 'Password of MARIADB_USER.',
      MARIADB_ROOT_PASSWORD: 'Password of root; this or a variant must be set.',
      MARIADB_USER: 'A user made at the first start.',
    },
  },
  memcached: { ports: ['11211'], doc: 'A cache in memory.' },
  mongo: {
    ports: ['27017'],
    data: '/data/db',
    check: 'mongosh --quiet --eval "db.adminCommand(\'ping\')"',
    doc: 'A document database.',
    variables: {
      MONGO_INITDB_DATABASE: 'The database for the first scripts.',
      MONGO_INITDB_ROOT_PASSWORD: 'Password of the root user.',
      MONGO_INITDB_ROOT_USERNAME: 'The root user.',
    },
  },
  mysql: {
    ports: ['3306'],
    data: '/var/lib/mysql',
    check: 'mysqladmin ping -h 127.0.0.1 -p$${MYSQL_ROOT_PASSWORD}',
    doc: 'A relational database.',
    variables: {
      MYSQL_DATABASE: 'A database made at the first start.',
      MYSQL_PASSWORD: 'Password of MYSQL_USER.',
      MYSQL_ROOT_PASSWORD: 'Password of root; this or a variant must be set.',
      MYSQL_USER: 'A user made at the first start.',
    },
  },
  nats: { ports: ['4222', '8222'], doc: 'A message broker.' },
  nginx: {
    ports: ['80'],
    data: '/usr/share/nginx/html',
    check: 'curl -fsS http://localhost/',
    doc: 'A web server and proxy.',
  },
  node: { doc: 'Node.js.', variables: { NODE_ENV: '`production` or `development`.' } },
  php: { doc: 'PHP.' },
  postgres: {
    ports: ['5432'],
    data: '/var/lib/postgresql/data',
    check: 'pg_isready -U $${POSTGRES_USER:-postgres}',
    doc: 'A relational database.',
    variables: {
      PGDATA: 'Where the data is.',
      POSTGRES_DB: 'The first database; named as the user otherwise.',
      POSTGRES_INITDB_ARGS: 'Arguments for initdb.',
      POSTGRES_PASSWORD: 'Password of the superuser; must be set.',
      POSTGRES_PASSWORD_FILE: 'A file that holds the password.',
      POSTGRES_USER: 'The superuser; postgres otherwise.',
    },
  },
  'prom/prometheus': {
    ports: ['9090'],
    data: '/prometheus',
    check: 'wget -qO- http://localhost:9090/-/healthy',
    doc: 'Monitoring.',
  },
  python: { doc: 'Python.', variables: { PYTHONUNBUFFERED: '`1`: output at once.' } },
  rabbitmq: {
    ports: ['5672', '15672'],
    data: '/var/lib/rabbitmq',
    check: 'rabbitmq-diagnostics -q ping',
    doc: 'A message broker.',
    variables: { RABBITMQ_DEFAULT_PASS: 'Password of the first user.', RABBITMQ_DEFAULT_USER: 'The first user.' },
  },
  redis: { ports: ['6379'], data: '/data', check: 'redis-cli ping', doc: 'A store in memory.' },
  registry: {
    ports: ['5000'],
    data: '/var/lib/registry',
    check: 'wget -qO- http://localhost:5000/v2/',
    doc: 'An image registry.',
  },
  ruby: { doc: 'Ruby.' },
  traefik: {
    ports: ['80', '8080'],
    check: 'traefik healthcheck --ping',
    doc: 'A reverse proxy that finds its services.',
  },
  ubuntu: { doc: 'Ubuntu Linux.' },
  'valkey/valkey': { ports: ['6379'], data: '/data', check: 'valkey-cli ping', doc: 'A store in memory.' },
  wordpress: {
    ports: ['80'],
    data: '/var/www/html',
    check: 'curl -fsS http://localhost/',
    doc: 'WordPress.',
    variables: {
      WORDPRESS_DB_HOST: 'Host of the database.',
      WORDPRESS_DB_NAME: 'Name of the database.',
      WORDPRESS_DB_PASSWORD: 'Password for the database.',
      WORDPRESS_DB_USER: 'User of the database.',
    },
  },
  'apache/kafka': {
    doc: 'An event log.',
    ports: ['9092'],
    data: '/var/lib/kafka/data',
    check: '/opt/kafka/bin/kafka-broker-api-versions.sh --bootstrap-server localhost:9092',
    variables: { KAFKA_NODE_ID: 'Number of the node.', KAFKA_ADVERTISED_LISTENERS: 'Where clients reach it.' },
  },
  'clickhouse/clickhouse-server': {
    doc: 'A column database.',
    ports: ['8123', '9000'],
    data: '/var/lib/clickhouse',
    check: 'wget -qO- http://localhost:8123/ping',
  },
  'quay.io/keycloak/keycloak': { doc: 'Sign-in.', ports: ['8080'] },
  'minio/minio': {
    doc: 'Object storage.',
    ports: ['9000', '9001'],
    data: '/data',
    check: 'mc ready local',
    variables: { MINIO_ROOT_USER: 'The administrator.', MINIO_ROOT_PASSWORD: 'Its password; 8 characters at least.' },
  },
  zookeeper: { doc: 'Coordination.', ports: ['2181'], data: '/data', check: 'zkServer.sh status' },
};

/** What is known of an image, by any reference to it. */
export function knownImage(reference: string): (KnownImage & { readonly name: string }) | undefined {
  const name = reference
    .replace(/^(docker\.io\/)?(library\/)?/, '')
    .replace(/@.*$/, '')
    .replace(/:[^/:]*$/, '');
  const known = Object.hasOwn(images, name) ? images[name] : undefined;
  return known && { ...known, name };
}

/** Official images that people start from, with the variables that must or may be set. From their pages on Docker Hub. */
export const images: Readonly<
  Record<string, { readonly doc: string; readonly variables?: Readonly<Record<string, string>> }>
> = {
  alpine: { doc: 'A small Linux.' },
  busybox: { doc: 'The smallest set of Unix tools.' },
  caddy: { doc: 'A web server with automatic HTTPS.' },
  debian: { doc: 'Debian Linux.' },
  docker: { doc: 'The Docker CLI and engine.' },
  elasticsearch: {
    doc: 'A search engine.',
    variables: { ELASTIC_PASSWORD: 'Password of the user elastic.', 'discovery.type': '`single-node` for one node.' },
  },
  golang: { doc: 'The Go toolchain.' },
  'grafana/grafana': { doc: 'Dashboards.', variables: { GF_SECURITY_ADMIN_PASSWORD: 'Password of the user admin.' } },
  haproxy: { doc: 'A load balancer.' },
  httpd: { doc: 'The Apache HTTP server.' },
  influxdb: {
    doc: 'A time series database.',
    variables: {
      DOCKER_INFLUXDB_INIT_MODE: '`setup` for a first start.',
      DOCKER_INFLUXDB_INIT_PASSWORD: 'Password of the first user.',
      DOCKER_INFLUXDB_INIT_USERNAME: 'The first user.',
    },
  },
  mariadb: {
    doc: 'A relational database.',
    variables: {
      MARIADB_DATABASE: 'A database made at the first start.',
      MARIADB_PASSWORD: 'Password of MARIADB_USER.',
      MARIADB_ROOT_PASSWORD: 'Password of root; this or a variant must be set.',
      MARIADB_USER: 'A user made at the first start.',
    },
  },
  memcached: { doc: 'A cache in memory.' },
  mongo: {
    doc: 'A document database.',
    variables: {
      MONGO_INITDB_DATABASE: 'The database for the first scripts.',
      MONGO_INITDB_ROOT_PASSWORD: 'Password of the root user.',
      MONGO_INITDB_ROOT_USERNAME: 'The root user.',
    },
  },
  mysql: {
    doc: 'A relational database.',
    variables: {
      MYSQL_DATABASE: 'A database made at the first start.',
      MYSQL_PASSWORD: 'Password of MYSQL_USER.',
      MYSQL_ROOT_PASSWORD: 'Password of root; this or a variant must be set.',
      MYSQL_USER: 'A user made at the first start.',
    },
  },
  nats: { doc: 'A message broker.' },
  nginx: { doc: 'A web server and proxy.' },
  node: { doc: 'Node.js.', variables: { NODE_ENV: '`production` or `development`.' } },
  php: { doc: 'PHP.' },
  postgres: {
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
  'prom/prometheus': { doc: 'Monitoring.' },
  python: { doc: 'Python.', variables: { PYTHONUNBUFFERED: '`1`: output at once.' } },
  rabbitmq: {
    doc: 'A message broker.',
    variables: { RABBITMQ_DEFAULT_PASS: 'Password of the first user.', RABBITMQ_DEFAULT_USER: 'The first user.' },
  },
  redis: { doc: 'A store in memory.' },
  registry: { doc: 'An image registry.' },
  ruby: { doc: 'Ruby.' },
  traefik: { doc: 'A reverse proxy that finds its services.' },
  ubuntu: { doc: 'Ubuntu Linux.' },
  'valkey/valkey': { doc: 'A store in memory.' },
  wordpress: {
    doc: 'WordPress.',
    variables: {
      WORDPRESS_DB_HOST: 'Host of the database.',
      WORDPRESS_DB_NAME: 'Name of the database.',
      WORDPRESS_DB_PASSWORD: 'Password for the database.',
      WORDPRESS_DB_USER: 'User of the database.',
    },
  },
};

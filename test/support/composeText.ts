/** Writes compose files of any length for tests and benchmarks: services with everything, anchors and merges. */
export function composeText({ services }: { services: number }): string {
  const parts = [
    `# A generated project of ${services} services.
name: generated

x-logging: &logging
  driver: json-file
  options:
    max-size: "10m"
    max-file: "3"

x-environment: &environment
  TZ: Europe/Vienna
  LOG_LEVEL: \${LOG_LEVEL:-info}

x-healthcheck: &healthcheck
  interval: 30s
  timeout: 5s
  retries: 3

services:
`,
  ];
  for (let index = 0; index < services; index += 1) parts.push(service(index));
  parts.push('networks:\n  front:\n    driver: bridge\n  back:\n    internal: true\n\nvolumes:\n');
  for (let index = 0; index < services; index += 1)
    parts.push(`  data-${index}:\n    labels:\n      owner: team-${index % 5}\n`);
  parts.push('\nsecrets:\n  token:\n    file: ./token.txt\n');
  return parts.join('');
}

function service(index: number): string {
  const name = `service-${index}`;
  const depends =
    index === 0 ? '' : `    depends_on:\n      service-${index - 1}:\n        condition: service_healthy\n`;
  return `  # ${name} does its part.
  ${name}:
    image: registry.example.com/team/${name}:\${TAG:-1.${index}}
    build:
      context: ./${name}
      dockerfile: Dockerfile
      args:
        VERSION: "1.${index}"
      target: runtime
    command: ["serve", "--port", "${8000 + index}"]
    environment:
      <<: *environment
      SERVICE_NAME: ${name}
      DATABASE_URL: postgres://user:\${DB_PASSWORD:?set it}@db:5432/${name}
    ports:
      - "${8000 + index}:80"
      - target: 9090
        published: ${9000 + index}
        protocol: tcp
    volumes:
      - data-${index}:/var/lib/data
      - type: bind
        source: ./config/${name}
        target: /etc/${name}
        read_only: true
    networks:
      - front
      - back
${depends}    healthcheck:
      <<: *healthcheck
      test: ["CMD", "curl", "-f", "http://localhost/health"]
    logging: *logging
    deploy:
      replicas: 2
      resources:
        limits:
          cpus: "0.50"
          memory: 256M
    restart: unless-stopped
    secrets:
      - token

`;
}

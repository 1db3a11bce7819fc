import type { ShellCommand } from './read-shell.ts';

const unitName = (word: string): string => word.replace(/\.service$/, '');

const STARTING = ['start', 'restart', 'reload-or-restart'];

/** Units that a command starts: `systemctl start a b`, `systemctl enable --now a`, `service a start`. */
export function unitsStartedBy({ name, args }: ShellCommand): readonly string[] {
  if (name === 'service') return STARTING.includes(args[1] ?? '') ? [unitName(args[0] ?? '')] : [];
  if (name !== 'systemctl') return [];
  const [verb = '', ...units] = args.filter((word) => !word.startsWith('-'));
  const starts = STARTING.includes(verb) || (verb === 'enable' && args.includes('--now'));
  return starts ? units.map(unitName) : [];
}

/** Units that a command starts at the next boot and not now. */
export function unitsEnabledBy({ name, args }: ShellCommand): readonly string[] {
  if (name === 'chkconfig') return args[1] === 'on' ? [unitName(args[0] ?? '')] : [];
  if (name !== 'systemctl' || args.includes('--now')) return [];
  const [verb, ...units] = args.filter((word) => !word.startsWith('-'));
  return verb === 'enable' ? units.map(unitName) : [];
}

/** Units that a command stops, or keeps from being started. */
export function unitsStoppedBy({ name, args }: ShellCommand): readonly string[] {
  if (name === 'service') return args[1] === 'stop' ? [unitName(args[0] ?? '')] : [];
  if (name !== 'systemctl') return [];
  const [verb, ...units] = args.filter((word) => !word.startsWith('-'));
  const stops = verb === 'stop' || verb === 'mask' || verb === 'kill' || (verb === 'disable' && args.includes('--now'));
  return stops ? units.map(unitName) : [];
}

/** Where a unit's own files say what it listens to. */
const CONFIGURATION: Readonly<Record<string, RegExp>> = {
  httpd: /\/etc\/httpd\b|\bhttpd\.conf\b/,
  apache2: /\/etc\/apache2\b/,
  nginx: /\/etc\/nginx\b|\bnginx\.conf\b/,
  caddy: /\bCaddyfile\b/,
  tomcat: /\bserver\.xml\b/,
  jenkins: /jenkins(?:\.service\.d|$)/,
  mariadb: /\bmy\.cnf\b|\/etc\/mysql\b/,
  mysqld: /\bmy\.cnf\b/,
  mysql: /\bmy\.cnf\b|\/etc\/mysql\b/,
  postgresql: /\bpostgresql\.conf\b/,
  redis: /\bredis[^/]*\.conf\b/,
  'redis-server': /\bredis[^/]*\.conf\b/,
  redis6: /\bredis[^/]*\.conf\b/,
};

/** Looks at files and changes none. */
const READING: readonly string[] = ['cat', 'ls', 'grep', 'echo', 'test', '[', 'systemctl', 'service', 'printf', 'chown', 'chmod', 'mkdir'];

/** Whether a command may change what a unit listens to. */
export function mayConfigure({ name, args, writes = [] }: ShellCommand, unit: string): boolean {
  const files = CONFIGURATION[unit];
  if (!files) return false;
  return writes.some((file) => files.test(file)) || (!READING.includes(name) && args.some((word) => files.test(word)));
}

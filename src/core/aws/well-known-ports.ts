export type PortClass =
  | 'web'
  | 'remote-administration'
  | 'database'
  | 'cache'
  | 'search'
  | 'messaging'
  | 'mail'
  | 'name-resolution'
  | 'directory'
  | 'file-sharing'
  | 'cluster'
  | 'time'
  | 'monitoring';

/** A port that people know by name. */
export interface WellKnownPort {
  readonly port: number;
  readonly protocol: 'tcp' | 'udp';
  /** The service's usual name: `SSH`, `PostgreSQL`. */
  readonly name: string;
  readonly class: PortClass;
}

type Row = readonly [port: number, name: string, portClass: PortClass];

const tcpPorts: readonly Row[] = [
  [20, 'FTP data', 'file-sharing'],
  [21, 'FTP', 'file-sharing'],
  [22, 'SSH', 'remote-administration'],
  [23, 'Telnet', 'remote-administration'],
  [25, 'SMTP', 'mail'],
  [53, 'DNS', 'name-resolution'],
  [80, 'HTTP', 'web'],
  [88, 'Kerberos', 'directory'],
  [110, 'POP3', 'mail'],
  [111, 'RPC portmapper', 'file-sharing'],
  [135, 'Microsoft RPC', 'remote-administration'],
  [139, 'NetBIOS', 'file-sharing'],
  [143, 'IMAP', 'mail'],
  [389, 'LDAP', 'directory'],
  [443, 'HTTPS', 'web'],
  [445, 'SMB', 'file-sharing'],
  [465, 'SMTPS', 'mail'],
  [587, 'SMTP submission', 'mail'],
  [636, 'LDAPS', 'directory'],
  [873, 'rsync', 'file-sharing'],
  [993, 'IMAPS', 'mail'],
  [995, 'POP3S', 'mail'],
  [1433, 'Microsoft SQL Server', 'database'],
  [1521, 'Oracle', 'database'],
  [2049, 'NFS', 'file-sharing'],
  [2375, 'Docker API without TLS', 'remote-administration'],
  [2376, 'Docker API', 'remote-administration'],
  [2379, 'etcd', 'cluster'],
  [3000, 'HTTP, development', 'web'],
  [3306, 'MySQL', 'database'],
  [3389, 'RDP', 'remote-administration'],
  [5000, 'HTTP, development', 'web'],
  [5432, 'PostgreSQL', 'database'],
  [5439, 'Amazon Redshift', 'database'],
  [5601, 'Kibana', 'monitoring'],
  [5671, 'AMQPS', 'messaging'],
  [5672, 'AMQP', 'messaging'],
  [5900, 'VNC', 'remote-administration'],
  [5985, 'WinRM', 'remote-administration'],
  [5986, 'WinRM over HTTPS', 'remote-administration'],
  [6379, 'Redis', 'cache'],
  [6443, 'Kubernetes API', 'cluster'],
  [7000, 'Cassandra', 'database'],
  [8000, 'HTTP, alternative', 'web'],
  [8080, 'HTTP, alternative', 'web'],
  [8443, 'HTTPS, alternative', 'web'],
  [8888, 'HTTP, alternative', 'web'],
  [9000, 'HTTP, alternative', 'web'],
  [9042, 'Cassandra', 'database'],
  [9090, 'Prometheus', 'monitoring'],
  [9092, 'Kafka', 'messaging'],
  [9200, 'OpenSearch', 'search'],
  [10250, 'kubelet', 'cluster'],
  [11211, 'Memcached', 'cache'],
  [27017, 'MongoDB', 'database'],
  [50000, 'Db2', 'database'],
];

const udpPorts: readonly Row[] = [
  [53, 'DNS', 'name-resolution'],
  [67, 'DHCP', 'name-resolution'],
  [123, 'NTP', 'time'],
  [161, 'SNMP', 'monitoring'],
  [389, 'LDAP', 'directory'],
  [443, 'HTTP/3', 'web'],
  [500, 'IKE', 'remote-administration'],
  [514, 'syslog', 'monitoring'],
  [1194, 'OpenVPN', 'remote-administration'],
  [3389, 'RDP', 'remote-administration'],
  [4500, 'IPsec NAT traversal', 'remote-administration'],
  [11211, 'Memcached', 'cache'],
  [51820, 'WireGuard', 'remote-administration'],
];

const toPort =
  (protocol: 'tcp' | 'udp') =>
  ([port, name, portClass]: Row): WellKnownPort => ({ port, protocol, name, class: portClass });

/** Ports that people know by name. https://www.iana.org/assignments/service-names-port-numbers/ */
export const wellKnownPorts: readonly WellKnownPort[] = [...tcpPorts.map(toPort('tcp')), ...udpPorts.map(toPort('udp'))];

const byPort = new Map(wellKnownPorts.map((known) => [`${known.protocol}/${known.port}`, known]));

/** What is usually behind a port, or `undefined`. */
export function findWellKnownPort(protocol: 'tcp' | 'udp', port: number): WellKnownPort | undefined {
  return byPort.get(`${protocol}/${port}`);
}

/** The well-known ports of a class. */
export function portsOfClass(portClass: PortClass): readonly WellKnownPort[] {
  return wellKnownPorts.filter((known) => known.class === portClass);
}

/** The ports RDS engines listen on unless told otherwise. https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Welcome.html */
export const databaseEnginePorts: Readonly<Record<string, number>> = {
  mysql: 3306,
  mariadb: 3306,
  'aurora-mysql': 3306,
  postgres: 5432,
  'aurora-postgresql': 5432,
  'sqlserver-ee': 1433,
  'sqlserver-se': 1433,
  'sqlserver-ex': 1433,
  'sqlserver-web': 1433,
  'oracle-ee': 1521,
  'oracle-se2': 1521,
  'db2-se': 50000,
  'db2-ae': 50000,
};

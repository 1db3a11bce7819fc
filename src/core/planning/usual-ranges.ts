import { dockerDefaultCidr } from '../aws/defaults.ts';

/** A block that software uses inside hosts unless it is told otherwise. */
export interface UsualRange {
  readonly name: string;
  readonly cidr: string;
  readonly source: string;
}

/** Defaults that have surprised people: hosts with such a bridge or overlay cannot reach the same addresses elsewhere. */
export const usualRanges: readonly UsualRange[] = [
  { name: 'Docker default', cidr: dockerDefaultCidr, source: 'https://docs.docker.com/engine/network/drivers/bridge/' },
  { name: 'EKS services', cidr: '172.20.0.0/16', source: 'https://docs.aws.amazon.com/eks/latest/userguide/network-reqs.html' },
  { name: 'EKS services, other default', cidr: '10.100.0.0/16', source: 'https://docs.aws.amazon.com/eks/latest/userguide/network-reqs.html' },
  { name: 'Kubernetes pods (Flannel)', cidr: '10.244.0.0/16', source: 'https://github.com/flannel-io/flannel/blob/master/Documentation/kubernetes.md' },
  { name: 'Kubernetes services (kubeadm)', cidr: '10.96.0.0/12', source: 'https://kubernetes.io/docs/reference/setup-tools/kubeadm/kubeadm-init/' },
];

import type { NodeShape } from '@core/drawing/scene.ts';
import type { NodeTypes } from '@xyflow/react';
import { BoxNode } from './box-node.tsx';
import { CardNode } from './card-node.tsx';
import { CloudNode } from './cloud-node.tsx';
import { GateNode } from './gate-node.tsx';

/** The component of each shape. */
export const nodeTypes: NodeTypes & Record<NodeShape, unknown> = { box: BoxNode, card: CardNode, gate: GateNode, cloud: CloudNode };

// React Flow with nothing around it: its own nodes, as many and in the same places as the app's. Plain JavaScript, so that
// the page needs no build settings of its own.
import { Background, ReactFlow, useNodesState } from '@xyflow/react';
import '@xyflow/react/dist/style.css';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';

// So that the benchmark can look closer.
function keepFlow(flow) {
  globalThis.flow = flow;
}

function BareFlow({ given }) {
  const [nodes, , onNodesChange] = useNodesState(given);
  const settings = { nodes, onNodesChange, edges: [], onlyRenderVisibleElements: true, minZoom: 0.05, fitView: true, onInit: keepFlow };
  return createElement(ReactFlow, settings, createElement(Background));
}

// The benchmark puts the nodes there before the page runs.
createRoot(document.getElementById('root')).render(createElement(BareFlow, { given: globalThis.givenNodes }));

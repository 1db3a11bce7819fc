import { asResourceId } from '../../model/ids.ts';
import { applianceNetwork as network } from '../../testing/appliance-network.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { edgeTableRefused } from './edge-table-refused.ts';

const IGW = [asResourceId('igw-1')];

ruleTester(edgeTableRefused, {
  fine: [{ name: 'a table of its own', design: network() }],
  wrong: [
    { name: 'the main table', design: network({ gateways: [] }).edgeTable('rtb-main-vpc-1', ['igw-1']), at: 'rtb-main-vpc-1', message: 'rtb-main-vpc-1 is the main route table of vpc-1 and the table of a gateway, which AWS does not allow; give the gateway a table of its own.' },
    { name: 'propagation', design: network().virtualPrivateGateway('vgw-1', 'vpc-1').change('rtb-edge', 'route-table', { propagatingGateways: [asResourceId('vgw-1')] }), at: 'rtb-edge', message: 'rtb-edge is the table of a gateway and learns propagated routes, which AWS does not allow; turn propagation off.' },
    { name: 'a gateway of nobody', design: network().internetGateway('igw-2').edgeTable('rtb-edge', ['igw-2']), at: 'rtb-edge', message: 'rtb-edge of vpc-1 is associated with igw-2, which is not attached to vpc-1; take the gateway off the table, or attach it.' },
    { name: 'a gateway of nobody beside one that is right', design: network().internetGateway('igw-2').edgeTable('rtb-edge', ['igw-1', 'igw-2']), at: 'rtb-edge', message: 'rtb-edge of vpc-1 is associated with igw-2, which is not attached to vpc-1; take the gateway off the table, or attach it.', fixed: ['Take igw-2 off rtb-edge'] },
    { name: 'two tables', design: network().routeTable('rtb-more', 'vpc-1', []).change('rtb-more', 'route-table', { gateways: IGW }), at: ['rtb-edge', 'rtb-more'], message: 'rtb-edge is associated with igw-1, which has another table too; a gateway has one.' },
  ],
});

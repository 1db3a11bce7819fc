import { defineUnmodelledReader } from '../define-unmodelled-reader.ts';
import { recordIn, textIn, textsIn } from '../record.ts';

export const functions = defineUnmodelledReader({
  key: 'Functions',
  call: 'lambda list-functions',
  nouns: { one: 'Lambda function', many: 'Lambda functions' },
  type: 'lambda-function',
  ids: ['FunctionArn', 'FunctionName'],
  nameField: 'FunctionName',
  placeOf: (record) => ({ vpc: textIn(recordIn(record, 'VpcConfig'), 'VpcId'), subnets: textsIn(recordIn(record, 'VpcConfig'), 'SubnetIds') }),
});

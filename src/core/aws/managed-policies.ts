/** A policy that AWS keeps: what it allows in its default version. */
export interface ManagedPolicy {
  readonly name: string;
  readonly arn: string;
  /** The version the statements are of. */
  readonly version: string;
  /** The page of the AWS managed policy reference. */
  readonly source: string;
  readonly document: { readonly Version: '2012-10-17'; readonly Statement: readonly Readonly<Record<string, unknown>>[] };
}

const REFERENCE = 'https://docs.aws.amazon.com/aws-managed-policy/latest/reference';

function managed(name: string, version: string, statements: ManagedPolicy['document']['Statement']): ManagedPolicy {
  return { name, arn: `arn:aws:iam::aws:policy/${name}`, version, source: `${REFERENCE}/${name}.html`, document: { Version: '2012-10-17', Statement: statements } };
}

/**
 * The managed policies whose statements are known here; AWS may have newer versions.
 * https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html
 */
export const managedPolicies: readonly ManagedPolicy[] = [
  managed('AdministratorAccess', 'v1', [
      { Effect: 'Allow', Action: '*', Resource: '*' },
  ]),
  managed('AmazonS3FullAccess', 'v2', [
      { Effect: 'Allow', Action: ['s3:*', 's3-object-lambda:*'], Resource: '*' },
  ]),
  managed('AmazonS3ReadOnlyAccess', 'v3', [
      { Effect: 'Allow', Action: ['s3:Get*', 's3:List*', 's3:Describe*', 's3-object-lambda:Get*', 's3-object-lambda:List*'], Resource: '*' },
  ]),
  managed('AmazonDynamoDBFullAccess', 'v15', [
      { Effect: 'Allow', Action: [
          'dynamodb:*',
          'dax:*',
          'application-autoscaling:DeleteScalingPolicy', 'application-autoscaling:DeregisterScalableTarget', 'application-autoscaling:DescribeScalableTargets',
          'application-autoscaling:DescribeScalingActivities', 'application-autoscaling:DescribeScalingPolicies', 'application-autoscaling:PutScalingPolicy',
          'application-autoscaling:RegisterScalableTarget',
          'cloudwatch:DeleteAlarms', 'cloudwatch:DescribeAlarmHistory', 'cloudwatch:DescribeAlarms', 'cloudwatch:DescribeAlarmsForMetric',
          'cloudwatch:GetMetricStatistics', 'cloudwatch:ListMetrics', 'cloudwatch:PutMetricAlarm', 'cloudwatch:GetMetricData',
          'datapipeline:ActivatePipeline', 'datapipeline:CreatePipeline', 'datapipeline:DeletePipeline', 'datapipeline:DescribeObjects',
          'datapipeline:DescribePipelines', 'datapipeline:GetPipelineDefinition', 'datapipeline:ListPipelines', 'datapipeline:PutPipelineDefinition',
          'datapipeline:QueryObjects',
          'ec2:DescribeVpcs', 'ec2:DescribeSubnets', 'ec2:DescribeSecurityGroups',
          'iam:GetRole', 'iam:ListRoles',
          'kms:DescribeKey', 'kms:ListAliases',
          'sns:CreateTopic', 'sns:DeleteTopic', 'sns:ListSubscriptions', 'sns:ListSubscriptionsByTopic', 'sns:ListTopics', 'sns:Subscribe', 'sns:Unsubscribe',
          'sns:SetTopicAttributes',
          'lambda:CreateFunction', 'lambda:ListFunctions', 'lambda:ListEventSourceMappings', 'lambda:CreateEventSourceMapping', 'lambda:DeleteEventSourceMapping',
          'lambda:GetFunctionConfiguration', 'lambda:DeleteFunction',
          'resource-groups:ListGroups', 'resource-groups:ListGroupResources', 'resource-groups:GetGroup', 'resource-groups:GetGroupQuery',
          'resource-groups:DeleteGroup', 'resource-groups:CreateGroup',
          'tag:GetResources',
          'kinesis:ListStreams', 'kinesis:DescribeStream', 'kinesis:DescribeStreamSummary',
        ], Resource: '*' },
      { Effect: 'Allow', Action: 'cloudwatch:GetInsightRuleReport', Resource: 'arn:aws:cloudwatch:*:*:insight-rule/DynamoDBContributorInsights*' },
      { Effect: 'Allow', Action: ['iam:PassRole'], Resource: '*', Condition: { StringLike: { 'iam:PassedToService': ['application-autoscaling.amazonaws.com', 'application-autoscaling.amazonaws.com.cn', 'dax.amazonaws.com'] } } },
      { Effect: 'Allow', Action: ['iam:CreateServiceLinkedRole'], Resource: '*', Condition: { StringEquals: { 'iam:AWSServiceName': ['replication.dynamodb.amazonaws.com', 'dax.amazonaws.com', 'dynamodb.application-autoscaling.amazonaws.com', 'contributorinsights.dynamodb.amazonaws.com', 'kinesisreplication.dynamodb.amazonaws.com'] } } },
  ]),
  managed('AmazonDynamoDBFullAccess_v2', 'v3', [
      { Sid: 'DDBAndDAXFullAccess', Effect: 'Allow', Action: ['dynamodb:*', 'dax:*'], Resource: '*' },
      { Sid: 'KMSIntegration', Effect: 'Allow', Action: ['kms:DescribeKey', 'kms:ListAliases'], Resource: '*' },
      { Sid: 'LambdaIntegration', Effect: 'Allow', Action: ['lambda:ListEventSourceMappings', 'lambda:ListFunctions'], Resource: '*' },
      { Sid: 'DaxSNSIntegration', Effect: 'Allow', Action: ['sns:ListTopics'], Resource: '*' },
      { Sid: 'ApplicationAutoscalingIntegration', Effect: 'Allow', Action: ['application-autoscaling:DeleteScalingPolicy', 'application-autoscaling:DeregisterScalableTarget', 'application-autoscaling:PutScalingPolicy', 'application-autoscaling:RegisterScalableTarget'], Resource: '*', Condition: { StringEquals: { 'application-autoscaling:service-namespace': 'dynamodb' } } },
      { Sid: 'ApplicationAutoscalingDescribeActions', Effect: 'Allow', Action: ['application-autoscaling:DescribeScalableTargets', 'application-autoscaling:DescribeScalingActivities', 'application-autoscaling:DescribeScalingPolicies'], Resource: '*' },
      { Sid: 'TagManagement', Effect: 'Allow', Action: ['tag:GetResources'], Resource: '*' },
      { Sid: 'CloudwatchMonitoring', Effect: 'Allow', Action: ['cloudwatch:DescribeAlarms', 'cloudwatch:GetMetricStatistics', 'cloudwatch:GetMetricData'], Resource: '*' },
      { Sid: 'ListKinesisResources', Effect: 'Allow', Action: ['kinesis:ListStreams', 'kinesis:DescribeStream', 'kinesis:DescribeStreamSummary'], Resource: '*' },
      { Sid: 'ListEC2ResourcesForDaxClusterCreation', Effect: 'Allow', Action: ['ec2:DescribeVpcs', 'ec2:DescribeSubnets', 'ec2:DescribeSecurityGroups'], Resource: '*' },
      { Sid: 'CloudwatchInsightsRules', Effect: 'Allow', Action: 'cloudwatch:GetInsightRuleReport', Resource: 'arn:aws:cloudwatch:*:*:insight-rule/DynamoDBContributorInsights*' },
      { Sid: 'ServiceRoleCreation', Effect: 'Allow', Action: ['iam:CreateServiceLinkedRole'], Resource: '*', Condition: { StringEquals: { 'iam:AWSServiceName': ['replication.dynamodb.amazonaws.com', 'dax.amazonaws.com', 'dynamodb.application-autoscaling.amazonaws.com', 'contributorinsights.dynamodb.amazonaws.com', 'kinesisreplication.dynamodb.amazonaws.com'] } } },
      { Sid: 'IamIntegration', Effect: 'Allow', Action: ['iam:ListRoles'], Resource: ['*'] },
  ]),
  managed('AmazonDynamoDBReadOnlyAccess', 'v15', [
      { Sid: 'GeneralReadOnlyAccess', Effect: 'Allow', Action: [
          'application-autoscaling:DescribeScalableTargets', 'application-autoscaling:DescribeScalingActivities',
          'application-autoscaling:DescribeScalingPolicies',
          'cloudwatch:DescribeAlarmHistory', 'cloudwatch:DescribeAlarms', 'cloudwatch:DescribeAlarmsForMetric', 'cloudwatch:GetMetricStatistics',
          'cloudwatch:ListMetrics', 'cloudwatch:GetMetricData',
          'datapipeline:DescribeObjects', 'datapipeline:DescribePipelines', 'datapipeline:GetPipelineDefinition', 'datapipeline:ListPipelines',
          'datapipeline:QueryObjects',
          'dynamodb:BatchGetItem', 'dynamodb:Describe*', 'dynamodb:List*', 'dynamodb:GetAbacStatus', 'dynamodb:GetItem', 'dynamodb:GetResourcePolicy',
          'dynamodb:Query', 'dynamodb:Scan', 'dynamodb:PartiQLSelect',
          'dax:Describe*', 'dax:List*', 'dax:GetItem', 'dax:BatchGetItem', 'dax:Query', 'dax:Scan',
          'ec2:DescribeVpcs', 'ec2:DescribeSubnets', 'ec2:DescribeSecurityGroups',
          'iam:GetRole', 'iam:ListRoles',
          'kms:DescribeKey', 'kms:ListAliases',
          'sns:ListSubscriptionsByTopic', 'sns:ListTopics',
          'lambda:ListFunctions', 'lambda:ListEventSourceMappings', 'lambda:GetFunctionConfiguration',
          'resource-groups:ListGroups', 'resource-groups:ListGroupResources', 'resource-groups:GetGroup', 'resource-groups:GetGroupQuery',
          'tag:GetResources',
          'kinesis:ListStreams', 'kinesis:DescribeStream', 'kinesis:DescribeStreamSummary',
        ], Resource: '*' },
      { Sid: 'CCIAccess', Effect: 'Allow', Action: 'cloudwatch:GetInsightRuleReport', Resource: 'arn:aws:cloudwatch:*:*:insight-rule/DynamoDBContributorInsights*' },
  ]),
  managed('AmazonSSMManagedInstanceCore', 'v2', [
      { Effect: 'Allow', Action: [
          'ssm:DescribeAssociation', 'ssm:GetDeployablePatchSnapshotForInstance', 'ssm:GetDocument', 'ssm:DescribeDocument', 'ssm:GetManifest', 'ssm:GetParameter',
          'ssm:GetParameters', 'ssm:ListAssociations', 'ssm:ListInstanceAssociations', 'ssm:PutInventory', 'ssm:PutComplianceItems',
          'ssm:PutConfigurePackageResult', 'ssm:UpdateAssociationStatus', 'ssm:UpdateInstanceAssociationStatus', 'ssm:UpdateInstanceInformation',
        ], Resource: '*' },
      { Effect: 'Allow', Action: ['ssmmessages:CreateControlChannel', 'ssmmessages:CreateDataChannel', 'ssmmessages:OpenControlChannel', 'ssmmessages:OpenDataChannel'], Resource: '*' },
      { Effect: 'Allow', Action: ['ec2messages:AcknowledgeMessage', 'ec2messages:DeleteMessage', 'ec2messages:FailMessage', 'ec2messages:GetEndpoint', 'ec2messages:GetMessages', 'ec2messages:SendReply'], Resource: '*' },
  ]),
  managed('AmazonSSMReadOnlyAccess', 'v1', [
      { Effect: 'Allow', Action: ['ssm:Describe*', 'ssm:Get*', 'ssm:List*'], Resource: '*' },
  ]),
  managed('CloudWatchAgentServerPolicy', 'v3', [
      { Sid: 'CWACloudWatchServerPermissions', Effect: 'Allow', Action: [
          'cloudwatch:PutMetricData',
          'ec2:DescribeVolumes', 'ec2:DescribeTags',
          'logs:PutLogEvents', 'logs:PutRetentionPolicy', 'logs:DescribeLogStreams', 'logs:DescribeLogGroups', 'logs:CreateLogStream', 'logs:CreateLogGroup',
          'xray:PutTraceSegments', 'xray:PutTelemetryRecords', 'xray:GetSamplingRules', 'xray:GetSamplingTargets', 'xray:GetSamplingStatisticSummaries',
        ], Resource: '*' },
      { Sid: 'CWASSMServerPermissions', Effect: 'Allow', Action: ['ssm:GetParameter'], Resource: 'arn:aws:ssm:*:*:parameter/AmazonCloudWatch-*' },
  ]),
];

/** The ARN in its own partition: `arn:aws-cn:iam::aws:policy/AmazonS3FullAccess` is the same policy. */
const inCommonPartition = (arn: string): string => arn.replace(/^arn:aws(?:-[a-z-]+)?:/, 'arn:aws:');

const policyOfArn = new Map(managedPolicies.map((policy) => [policy.arn, policy]));

/** A managed policy whose statements are known, by its ARN. */
export const managedPolicyOf = (arn: string): ManagedPolicy | undefined => policyOfArn.get(inCommonPartition(arn));

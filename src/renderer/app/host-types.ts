import type { Reply } from '@core/model/reply.ts';
import type { DesignerApi } from '@shared/contract.ts';

/** What a method of the host is asked with, and what it answers: the names the page uses for the core's types. */
type Asked<Method extends keyof DesignerApi> = Parameters<DesignerApi[Method]>[0];
type Answered<Method extends keyof DesignerApi> = Awaited<ReturnType<DesignerApi[Method]>> extends Reply<infer Value> ? Value : never;

export type ReadResult = Answered<'readFiles'>;
export type TemplateRequest = Asked<'openTemplate'>;
export type BlankVpcOptions = NonNullable<TemplateRequest['options']>;
export type TemplateDescription = Answered<'listTemplates'>[number];
export type RuleDescription = Answered<'listRules'>[number];
export type StepDescription = Answered<'listSteps'>[number];
export type FixPreview = Answered<'previewFix'>;
export type PictureOptions = Asked<'drawPicture'>['options'];

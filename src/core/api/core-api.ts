import type { Comparison } from '../findings/comparison.ts';
import type { Diagnosis, EphemeralMatrix, StepId } from '../findings/diagnosis.ts';
import type { ExposureRow } from '../findings/exposure.ts';
import type { ViewName } from '../drawing/views/views.ts';
import type { GroupTraffic } from '../findings/group-traffic.ts';
import type { Finding, Severity } from '../findings/finding.ts';
import type { ImportChange, ImportReport } from '../findings/import-report.ts';
import type { Report } from '../findings/report.ts';
import type { ScriptReading } from '../findings/script-reading.ts';
import type { Design, Layout } from '../model/design.ts';
import type { ListeningSockets } from '../model/listening-socket.ts';
import type { Question, Symptom } from '../model/question.ts';
import type { Reply } from '../model/reply.ts';
import type { Patch } from '../patch/patch.ts';

/** A file as a host hands it over: text, or bytes where it is a picture. `path` may carry folders (`accounts/1/us-east-1/Vpcs.json`). */
export interface InputFile {
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** What a file, or several, held. */
export interface ReadResult {
  readonly design: Design;
  /** How the file was understood. A `picture` is a PNG with a design in it. */
  readonly format: 'design' | 'picture' | 'aws-describe';
  /** Only for `aws-describe`. */
  readonly importReport: ImportReport | null;
}

/** A design with a newer import laid over it. */
export interface MergedImport {
  readonly design: Design;
  readonly changes: readonly ImportChange[];
}

/** A template in another tool's language. `notes` say what is left out or will be otherwise, a sentence each. */
export interface WrittenTemplate {
  readonly text: string;
  readonly notes: readonly string[];
}

export interface PictureOptions {
  readonly theme: 'light' | 'dark';
  readonly transparent: boolean;
  /** Only these resources and what they contain; all when empty. */
  readonly only: readonly string[];
  /** Draw this question's path and marks on top. */
  readonly question: Question | null;
  /** Name, day (`2026-11-24`), counts and legend below the drawing; none when missing. */
  readonly titleBlock?: { readonly date: string } | null;
  /** What is drawn over the nodes; none when missing. */
  readonly views?: readonly ViewName[];
  /** For print: on white, without washes. */
  readonly plain?: boolean;
}

export interface Picture {
  readonly svg: string;
  /** Pixels at 100 %. */
  readonly width: number;
  readonly height: number;
}

/** What applying a patch would change for others. */
export interface FixPreview {
  readonly design: Design;
  readonly resolved: readonly Finding[];
  readonly introduced: readonly Finding[];
  /** What becomes reachable, and what stops being so, in sentences. */
  readonly opens: readonly string[];
  readonly closes: readonly string[];
}

export interface RuleDescription {
  readonly id: string;
  readonly area: string;
  readonly severity: Severity;
  readonly why: string;
  readonly learnMore: string;
  readonly fixable: boolean;
}

export interface StepDescription {
  readonly id: StepId;
  readonly number: number;
  readonly title: string;
  readonly question: string;
  readonly explanation: string;
}

export interface TemplateDescription {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly group: 'template' | 'broken';
}

export interface BlankVpcOptions {
  readonly region: string;
  readonly cidr: string;
  readonly zones: number;
  readonly publicSubnetsPerZone: number;
  readonly privateSubnetsPerZone: number;
  readonly natGateways: 'none' | 'one' | 'per-zone';
}

/** A template by its id, with the wizard's answers for `blank-vpc`. */
export interface TemplateRequest {
  readonly id: string;
  readonly options?: BlankVpcOptions;
}

/**
 * Everything a host may ask the core. Synchronous, plain data in and out. A fault of the user comes back as a problem;
 * nothing here throws for it. Every request is parsed before it is answered, so a host is only a pipe.
 */
export interface CoreApi {
  /** Every finding and every computed fact. */
  check(request: { readonly design: Design }): Reply<Report>;
  /** Verdict, paths, all blockers of both legs and the ten steps. */
  diagnose(request: { readonly design: Design; readonly question: Question; readonly symptom?: Symptom }): Reply<Diagnosis>;
  /** What arrives where from the internet (or from another endpoint). */
  /** Who may talk to whom, between security groups; judged by the one evaluator, not by rules alone. */
  groupTraffic(request: { readonly design: Design }): Reply<readonly GroupTraffic[]>;
  exposure(request: { readonly design: Design; readonly from?: string }): Reply<readonly ExposureRow[]>;
  previewFix(request: { readonly design: Design; readonly patch: Patch }): Reply<FixPreview>;
  /**
   * What differs between two versions of a design, and what that opens and closes. Places do not count. With more than
   * `mostSubnets` (24 unless said) reach is compared from the internet alone: each subnet costs as much as an exposure list.
   */
  compare(request: { readonly before: Design; readonly after: Design; readonly mostSubnets?: number }): Reply<Comparison>;
  /** Places for everything: zones as columns, tiers as rows, gateways on the border. Keeps nothing of the old layout. */
  arrange(request: { readonly design: Design }): Reply<Layout>;
  /** Reads a design, a picture with a design in it, or describe-* output: told apart by content, never by name. */
  readFiles(request: { readonly files: readonly InputFile[] }): Reply<ReadResult>;
  /** Lays a newer import over a design: AWS's words are new, the layout and what the person made stay. */
  mergeImport(request: { readonly design: Design; readonly imported: Design }): Reply<MergedImport>;
  /** The design as a CloudFormation template, with what it leaves out. */
  writeCloudFormation(request: { readonly design: Design }): Reply<WrittenTemplate>;
  /** The canonical text of a design. */
  writeDesign(request: { readonly design: Design }): Reply<string>;
  drawPicture(request: { readonly design: Design; readonly options: PictureOptions }): Reply<Picture>;
  /** Puts a design into a PNG so that the picture opens again as a design. */
  embedDesign(request: { readonly design: Design; readonly png: Uint8Array }): Reply<Uint8Array>;
  /** What listens on a machine, from pasted output of ss or netstat. */
  readSockets(request: { readonly text: string }): Reply<ListeningSockets>;
  /** Which replies a network ACL lets pass, for each class of client. */
  ephemeralMatrix(request: { readonly design: Design; readonly networkAcl: string }): Reply<EphemeralMatrix>;
  /** What is wrong with the start-up script of an instance where it stands, and what was understood of it. */
  readScript(request: { readonly design: Design; readonly instance: string }): Reply<ScriptReading>;
  listRules(): Reply<readonly RuleDescription[]>;
  listSteps(): Reply<readonly StepDescription[]>;
  listTemplates(): Reply<readonly TemplateDescription[]>;
  openTemplate(request: TemplateRequest): Reply<Design>;
}

import type { z } from 'zod';
import { fail, type Reply } from '../model/reply.ts';
import { arrange } from './arrange.ts';
import { check } from './check.ts';
import { compare } from './compare.ts';
import type { CoreApi } from './core-api.ts';
import { diagnose } from './diagnose.ts';
import { drawPicture } from './draw-picture.ts';
import { embedDesign } from './embed-design.ts';
import { ephemeralMatrix } from './ephemeral-matrix.ts';
import { readSockets } from '../exchange/sockets/read-sockets.ts';
import { exposure } from './exposure.ts';
import { groupTraffic } from './group-traffic.ts';
import { listRules } from './list-rules.ts';
import { listSteps } from './list-steps.ts';
import { listTemplates } from './list-templates.ts';
import { mergeImport } from './merge-import.ts';
import { openTemplate } from './open-template.ts';
import { previewFix } from './preview-fix.ts';
import { readFiles } from './read-files.ts';
import { readScript } from './read-script.ts';
import { parseRequest, requestSchemas } from './requests.ts';
import { writeCloudFormation } from './write-cloud-formation.ts';
import { writeDesign } from './write-design.ts';

const describeFault = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/**
 * Parses a request, answers it, and turns what should never happen, a fault of Reachable's own, into a problem too: a
 * host is a pipe and has no better answer.
 */
function serve<Request, Value>(schema: z.ZodType<Request>, method: (request: Request) => Reply<Value>) {
  return (request: Request): Reply<Value> => {
    try {
      const parsed = parseRequest(schema, request);
      return parsed.ok ? method(parsed.value) : parsed;
    } catch (error) {
      return fail(`Reachable made a mistake and has no answer: ${describeFault(error)}. The design is unchanged.`);
    }
  };
}

const { listRules: noRequest } = requestSchemas;
const withoutRequest = <Value>(method: () => Reply<Value>): (() => Reply<Value>) => {
  const answer = serve(noRequest, method);
  return (...requests: readonly unknown[]) => answer(requests[0] as undefined);
};

/** The core behind its interface, as every host holds it. */
export function createCoreApi(): CoreApi {
  return {
    check: serve(requestSchemas.check, check),
    diagnose: serve(requestSchemas.diagnose, diagnose),
    groupTraffic: serve(requestSchemas.groupTraffic, groupTraffic),
    exposure: serve(requestSchemas.exposure, exposure),
    previewFix: serve(requestSchemas.previewFix, previewFix),
    compare: serve(requestSchemas.compare, compare),
    arrange: serve(requestSchemas.arrange, arrange),
    readFiles: serve(requestSchemas.readFiles, readFiles),
    mergeImport: serve(requestSchemas.mergeImport, mergeImport),
    writeCloudFormation: serve(requestSchemas.writeCloudFormation, writeCloudFormation),
    writeDesign: serve(requestSchemas.writeDesign, writeDesign),
    drawPicture: serve(requestSchemas.drawPicture, drawPicture),
    embedDesign: serve(requestSchemas.embedDesign, embedDesign),
    readSockets: serve(requestSchemas.readSockets, ({ text }) => readSockets(text)),
    ephemeralMatrix: serve(requestSchemas.ephemeralMatrix, ephemeralMatrix),
    readScript: serve(requestSchemas.readScript, readScript),
    listRules: withoutRequest(listRules),
    listSteps: withoutRequest(listSteps),
    listTemplates: withoutRequest(listTemplates),
    openTemplate: serve(requestSchemas.openTemplate, openTemplate),
  };
}

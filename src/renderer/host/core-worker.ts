import { createCoreApi } from '@core/api/create-core-api.ts';
import { answerMessages, type AnsweringPort } from './answer-messages.ts';

// The page's types say `Window` here; in the worker it is the worker's own scope, which is such a port.
answerMessages(self as unknown as AnsweringPort, createCoreApi());

import { provideTestPrograms } from './provision/test-programs.ts';

const { sentences, electron, browser, stop } = await provideTestPrograms();
for (const sentence of sentences) console.log(sentence);
stop();
process.exitCode = electron.program === undefined || browser.program === undefined ? 1 : 0;

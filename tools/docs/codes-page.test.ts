import { expect, test } from 'vitest';
import { explainedCodes } from '@core/diagnosis/explain-block.ts';
import { codeScenarios } from '@core/testing/code-scenarios/index.ts';
import { awsCodeGroups } from './aws-codes.ts';
import { ownCodes } from './own-codes.ts';
import { findProducedCodes } from './produced-codes.ts';

const produced = findProducedCodes();
const isOwn = (code: string): boolean => code.startsWith('X_');
const awsCodes = awsCodeGroups.flatMap(({ codes }) => codes);

test('each of our codes is described, and each that is described is given', () => {
  expect(Object.keys(ownCodes).sort()).toEqual([...produced].filter(isOwn).sort());
});

test('each code that is given and not ours is one of AWS', () => {
  const known = new Set(awsCodes.map(({ code }) => code));
  expect([...produced].filter((code) => !isOwn(code) && !known.has(code))).toEqual([]);
});

test('there is a sentence only for codes that are given', () => {
  expect(explainedCodes.filter((code) => !produced.has(code))).toEqual([]);
});

test('each code of AWS stands once, and where it is not given the page says what is done instead', () => {
  const codes = awsCodes.map(({ code }) => code);
  expect(new Set(codes).size).toBe(codes.length);
  expect(awsCodes.filter(({ code, instead }) => !produced.has(code) && instead === '').map(({ code }) => code)).toEqual([]);
  expect(awsCodes.filter(({ code, instead }) => produced.has(code) && instead !== '').map(({ code }) => code)).toEqual([]);
});

test('all codes of the two pages are there', () => {
  expect(awsCodeGroups.map(({ codes }) => codes.length)).toEqual([71, 5, 13, 11]);
});

test('each code of AWS that is given has a scenario, and no other has', () => {
  expect(codeScenarios.map(({ code }) => code).sort()).toEqual(awsCodes.map(({ code }) => code).filter((code) => produced.has(code)).sort());
});

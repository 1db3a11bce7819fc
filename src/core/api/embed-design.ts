import { embedInPng } from '../exchange/picture/embed-in-png.ts';
import { writeDesign } from '../model/write-design.ts';
import type { Reply } from '../model/reply.ts';
import type { RequestOf } from './requests.ts';

/** The same PNG with the design's text in it. */
export function embedDesign({ design, png }: RequestOf<'embedDesign'>): Reply<Uint8Array> {
  return embedInPng(png, writeDesign(design));
}

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fitCaptionRow, fitText } from './fit-text.ts';
import { captionRowWidth, fitChips, textStyles } from './measure.ts';
import { textWidth } from './text-width.ts';

const style = textStyles.cardTitle;

describe('fitting text', () => {
  test('leaves what fits', () => {
    expect(fitText('web-1', 100, style)).toBe('web-1');
  });

  test('cuts with an ellipsis and never wider than asked', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.integer({ min: 0, max: 400 }), (text, width) => {
        const fitted = fitText(text, width, style);
        expect(textWidth(fitted, style)).toBeLessThanOrEqual(width + 0.05);
        expect(fitted === text || fitted === '' || fitted.endsWith('…')).toBe(true);
      }),
    );
  });

  test('does not tear a letter from its marks or an emoji apart', () => {
    for (let width = 0; width < 200; width += 1) {
      expect(fitText('é'.normalize('NFD').repeat(30), width, style)).toMatch(/^(?:e\u0301)*…?$/);
      expect(fitText('👩🏽‍💻'.repeat(10), width, style)).toMatch(/^(?:👩🏽‍💻)*…?$/u);
    }
  });
});

describe('fitting a caption', () => {
  const row = { title: 'public-a', address: '10.0.0.0/23', word: 'public', room: '2 used, 505 free' };
  const styles = { title: textStyles.captionTitle, address: textStyles.captionAddress };
  const whole = captionRowWidth(row);
  const withoutRoom = captionRowWidth({ ...row, room: '' });

  test.each([
    ['keeps all where there is room', whole, row],
    ['shortens the counts first', whole - 1, { ...row, room: '505 free' }],
    ['then leaves them out', withoutRoom, { ...row, room: '' }],
  ])('%s', (_name, width, expected) => {
    expect(fitCaptionRow(row, width, styles)).toEqual(expected);
  });

  test('then cuts the address, and the name last', () => {
    const narrow = fitCaptionRow(row, withoutRoom - 20, styles);
    expect(narrow).toMatchObject({ title: 'public-a', room: '' });
    expect(narrow.address).toMatch(/…$/);
    expect(fitCaptionRow(row, 90, styles)).toMatchObject({ address: '', room: '' });
  });
});

describe('fitting chips', () => {
  const chips = ['web', 'a-group-with-a-very-long-name-indeed', 'db'].map((text) => ({ key: text as never, text }));

  test('shows all where there is room', () => {
    expect(fitChips({ chips, detail: '' }, 400)).toMatchObject({ more: 0, shown: chips });
  });

  test('shows what fits and counts the rest', () => {
    const { shown, more, width } = fitChips({ chips, detail: '203.0.113.7' }, 160);
    expect(shown.map(({ text }) => text)).toEqual(['web', 'db']);
    expect(more).toBe(1);
    expect(width).toBeLessThanOrEqual(160);
  });
});

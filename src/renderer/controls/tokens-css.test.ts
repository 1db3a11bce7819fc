import { expect, test } from 'vitest';
import { tokensCss } from './tokens-css.ts';

test('tokens.css says what the tokens say', async () => {
  await expect(tokensCss()).toMatchFileSnapshot('./tokens.css');
});

/** What a piece of text says, for a terminal that has colours. Every tone also has a word or a sign: colour alone says nothing. */
export type Tone = 'pass' | 'fail' | 'warning' | 'quiet' | 'strong';

/** Gives a text the look of a tone. */
export type Paint = (tone: Tone, text: string) => string;

/** No colours: files, pipes, and terminals that ask for none. */
export const paintPlain: Paint = (_tone, text) => text;

/** How wide a line may be and how it is coloured. Without a width nothing is wrapped. */
export interface TextStyle {
  readonly paint: Paint;
  readonly width?: number;
}

export const plainStyle: TextStyle = { paint: paintPlain };

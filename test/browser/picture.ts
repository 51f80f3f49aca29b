// What is in a PNG, read by the browser itself, on a page that allows it.

import type { Page } from 'playwright-core';

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue, opacity, pixel by pixel. */
  readonly data: Uint8Array;
}

export async function pictureOf(page: Page, png: Buffer): Promise<Picture> {
  const reader = await page.context().newPage();
  const text = await reader.evaluate<string>(`(async () => {
    const bytes = Uint8Array.from(atob('${png.toString('base64')}'), (character) => character.charCodeAt(0));
    const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const context = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
    context.drawImage(picture, 0, 0);
    const { data } = context.getImageData(0, 0, picture.width, picture.height);
    return JSON.stringify({ width: picture.width, height: picture.height, data: [...data] });
  })()`);
  const { width, height, data } = JSON.parse(text);
  return { width, height, data: Uint8Array.from(data) };
}

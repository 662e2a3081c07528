import { cleanup } from '@testing-library/svelte';
import { afterEach } from 'vitest';

afterEach(cleanup);

/* What browsers have and jsdom has not. Every question about the screen is answered with yes: it is wide, and wants no movement. */
window.matchMedia = (media) => Object.assign(new EventTarget(), { matches: true, media, onchange: null, addListener: () => undefined, removeListener: () => undefined });
window.scrollTo = () => undefined;
Element.prototype.getAnimations = () => [];
Element.prototype.setPointerCapture = () => undefined;
window.PointerEvent = class extends MouseEvent {
  readonly pointerId: number;
  readonly pointerType: string;

  constructor(type: string, init: PointerEventInit = {}) {
    super(type, init);
    this.pointerId = init.pointerId ?? 0;
    this.pointerType = init.pointerType ?? '';
  }
} as typeof PointerEvent;

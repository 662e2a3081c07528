import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { hold } from './hold';

let grow: () => void;
let part: HTMLElement;

beforeEach(() => {
  vi.useFakeTimers();
  grow = () => undefined;
  vi.stubGlobal(
    'ResizeObserver',
    class {
      constructor(told: () => void) {
        grow = told;
      }
      observe(): void {
        grow();
      }
      disconnect(): void {
        grow = () => undefined;
      }
    },
  );
  part = document.createElement('section');
  part.scrollIntoView = vi.fn();
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const brought = (): number => vi.mocked(part.scrollIntoView).mock.calls.length;

describe('holding a part of the page', () => {
  it('brings it there, and again with every growth', () => {
    hold(part);
    expect(brought()).toBe(1);
    grow();
    grow();
    expect(brought()).toBe(3);
    expect(part.scrollIntoView).toHaveBeenLastCalledWith({ behavior: 'instant' });
  });

  it.each(['wheel', 'touchmove', 'keydown', 'pointerdown', 'popstate'])('ends with the viewer’s own %s', (sign) => {
    hold(part);
    dispatchEvent(new Event(sign));
    grow();
    expect(brought()).toBe(1);
  });

  it('ends when nothing has grown for a while, and not before', () => {
    hold(part);
    vi.advanceTimersByTime(2999);
    grow();
    vi.advanceTimersByTime(2999);
    grow();
    expect(brought()).toBe(3);
    vi.advanceTimersByTime(3000);
    grow();
    expect(brought()).toBe(3);
  });

  it('ends when it is told to', () => {
    hold(part)();
    grow();
    expect(brought()).toBe(1);
  });
});

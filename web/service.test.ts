import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { serviceOrigin, withService } from './service';

const config = readFileSync(join(import.meta.dirname, 'public/staticwebapp.config.json'), 'utf8');
const origin = 'https://func-films.azurewebsites.net';

describe('the address of the service', () => {
  it('is the site’s own where none is named', () => {
    expect(serviceOrigin(undefined)).toBeUndefined();
    expect(serviceOrigin('')).toBeUndefined();
  });

  it('is an origin, of this machine even without TLS', () => {
    expect(serviceOrigin(origin)).toBe(origin);
    expect(serviceOrigin(`${origin}/`)).toBe(origin);
    expect(serviceOrigin('http://localhost:7071')).toBe('http://localhost:7071');
  });

  it.each(['films', 'http://films.example', `${origin}/api`, `${origin}; script-src *`, 'https://*', 'https://a b', 'javascript:alert(1)', 'https://me@films.example'])('is not %s', (given) => {
    expect(() => serviceOrigin(given)).toThrow(given);
  });
});

describe('the headers of a site whose service is elsewhere', () => {
  it('differ in where pages may connect to, and in nothing else', () => {
    const [before, after] = [JSON.parse(config), JSON.parse(withService(config, origin))];
    const policy = after.globalHeaders['Content-Security-Policy'];
    expect(policy).toContain(`connect-src 'self' ${origin};`);
    after.globalHeaders['Content-Security-Policy'] = policy.replace(` ${origin}`, '');
    expect(after).toEqual(before);
  });

  it('need a connect-src to be added to', () => {
    expect(() => withService(config.replace('connect-src', 'child-src'), origin)).toThrow('connect-src');
  });
});

import { describe, expect, it } from 'vitest';
import { identityOf, readCriteria, readPage, toRequest, writeCriteria } from './criteria';

const read = (query: string) => readCriteria(new URLSearchParams(query));

describe('the address', () => {
  it('says nothing of what is usual', () => expect(Object.values(writeCriteria(read(''))).every((value) => value === null)).toBe(true));

  it('is read as it was written', () => {
    const criteria = read('genres=Drama,War&match=all&decade=1960&runtime=long&languages=fr&person=Agn%C3%A8s%20Varda&sort=year');
    const query = new URLSearchParams(Object.entries(writeCriteria(criteria)).filter((entry): entry is [string, string] => entry[1] !== null));
    expect(readCriteria(query)).toEqual(criteria);
  });

  it('may hold nonsense, which is left out', () =>
    expect(read('genres=,,&match=some&decade=1963&runtime=toString&languages=%3Cb%3E&sort=price&person=%20')).toEqual(read('')));

  it('names a list whatever its page', () => expect(identityOf(read('genres=War&page=3'))).toBe(identityOf(read('genres=War'))));

  it.each([
    ['', 1],
    ['page=4', 4],
    ['page=0', 1],
    ['page=-2', 1],
    ['page=1.5', 1],
    ['page=x', 1],
    ['page=9999', 20],
  ])('"%s" asks for page %d', (query, page) => expect(readPage(new URLSearchParams(query))).toBe(page));
});

describe('toRequest', () => {
  it('asks for no more than is wanted', () => expect(toRequest(read(''))).toEqual({ sort: 'hot' }));

  it('asks with both ends of a length', () => expect(toRequest(read('runtime=medium'))).toEqual({ sort: 'hot', runtimeFrom: 90, runtimeTo: 120 }));

  it('asks with one end where there is one', () => expect(toRequest(read('runtime=epic'))).toEqual({ sort: 'hot', runtimeFrom: 150 }));

  it('asks for all of the genres', () => expect(toRequest(read('genres=War,Drama&match=all'))).toEqual({ sort: 'hot', genres: ['War', 'Drama'], genreMatch: 'all' }));
});

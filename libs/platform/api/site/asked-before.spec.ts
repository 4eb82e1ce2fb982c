import { AskedBefore } from './asked-before';

describe('what pages asked before', () => {
  it('is what the last page at this address asked', () => {
    const before = new AskedBefore();
    expect(before.of('/west?sort=votes')).toEqual([]);
    before.note('/west?sort=votes', ['/api/v1/districts/west']);
    before.note('/west?sort=votes', ['/api/v1/districts/west', '/api/v1/districts/west/standings?limit=3']);
    expect(before.of('/west?sort=votes')).toEqual([
      '/api/v1/districts/west',
      '/api/v1/districts/west/standings?limit=3',
    ]);
    expect(before.of('/west')).toEqual([]);
  });

  it('holds for the page of another plan too, each with its own number and no other', () => {
    const before = new AskedBefore();
    before.note('/west/plannen/12?volgorde=nieuwste', [
      '/api/v1/districts/west/proposals/12',
      '/api/v1/districts/west/proposals/12/arguments?side=for&limit=12',
      '/api/v1/districts/west/proposals/120/photos/12',
    ]);
    expect(before.of('/west/plannen/7?volgorde=nieuwste')).toEqual([
      '/api/v1/districts/west/proposals/7',
      '/api/v1/districts/west/proposals/7/arguments?side=for&limit=12',
      '/api/v1/districts/west/proposals/120/photos/7',
    ]);
    expect(before.of('/west/uitslagen/7?volgorde=nieuwste')).toEqual([]);
    expect(before.of('/west/plannen/7')).toEqual([]);
  });

  it('is forgotten for what was drawn longest ago', () => {
    const before = new AskedBefore();
    for (let number = 0; number < 200; number += 1) before.note(`/west?after=p${number}`, ['/api']);
    before.note('/west?after=p0', ['/api']);
    before.note('/west?after=last', ['/api']);
    const known = ['p0', 'p1', 'p2', 'last'].map((after) => before.of(`/west?after=${after}`).length);
    expect(known).toEqual([1, 0, 1, 1]);
  });
});

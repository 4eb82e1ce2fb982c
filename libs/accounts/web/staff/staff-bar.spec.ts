import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import type { Role } from '@buurtstem/shared-domain';
import { CurrentDistrict } from '@buurtstem/districts-web';
import { showPage } from '@buurtstem/ui/testing';
import { anAccount } from '../testing';
import { DeskCounts } from './desk-counts';
import { StaffBar } from './staff-bar';

async function staffBar(path: string, ...roles: Role[]) {
  const page = await showPage(StaffBar, {
    inputs: { path },
    before: () => TestBed.inject(CurrentDistrict).choose('west'),
  });
  await page.answer('GET', '/api/v1/session', {
    account: anAccount({ roles: roles.map((role) => ({ district: 'west', role })) }),
  });
  await page.answer('GET', '/api/v1/districts/west', { slug: 'west', name: 'West' });
  const links = () => page.screen.queryAllByRole('link').map(({ textContent }) => textContent?.trim());
  const current = () =>
    page.screen
      .queryAllByRole('link')
      .filter((link) => link.getAttribute('aria-current') === 'page')
      .map(({ textContent }) => textContent?.trim());
  return { ...page, links, current };
}

describe('the bar of the staff', () => {
  afterEach(() => document.body.replaceChildren());

  it('shows a moderator the desks of moderation', async () => {
    const { screen, links } = await staffBar('/west/moderatie', 'moderator');
    expect(screen.getByText('Moderatie West')).toBeTruthy();
    expect(links()).toEqual(['Wachtrij', 'Bezwaren', 'Besloten', 'Instellingen', 'Stukken']);
  });

  it.each([
    ['/west/moderatie', ['Wachtrij']],
    ['/west/moderatie/zaken/12', ['Wachtrij']],
    ['/west/moderatie/bezwaren', ['Bezwaren']],
    ['/west/moderatief', []],
    ['/west/commissie/11111111-1111-4111-8111-111111111111', ['Stukken']],
  ])('marks at %s where one is', async (path, desks) => {
    expect((await staffBar(path, 'moderator')).current()).toEqual(desks);
  });

  it.each([
    ['clerk', ['Taken', 'Vergaderingen', 'Besluiten', 'Stemmen', 'Papier', 'Uitleg', 'Stukken']],
    ['official', ['Besluiten', 'Uitleg', 'Stukken']],
    ['committee-member', ['Stukken']],
  ] as const)('shows a %s the desks of the agenda', async (role, desks) => {
    const { links } = await staffBar('/west/commissie', role);
    expect(links().filter((words) => (desks as readonly string[]).includes(words!))).toEqual(desks);
  });

  it('shows how much waits as far as a page has read it, and no zero', async () => {
    const { links, settle } = await staffBar('/west/moderatie', 'moderator');
    TestBed.inject(DeskCounts).tell({ moderatie: 1204, 'moderatie/bezwaren': 0 });
    await settle();
    expect(links()).toEqual(['Wachtrij (1.204)', 'Bezwaren', 'Besloten', 'Instellingen', 'Stukken']);
  });

  it.each([
    ['/west/moderatie', 'Moderatie West: Wachtrij'],
    ['/west/beheer', 'Beheer West: kies een werkplek'],
  ])(
    'puts more desks than a phone has room for behind a menu that says where one is, at %s',
    async (path, words) => {
      const { screen } = await staffBar(path, 'moderator');
      const menu = screen.getByRole('group') as HTMLDetailsElement;
      expect(menu.open).toBe(false);
      expect(menu.querySelector('summary')!.textContent.trim().replace(/\s+/g, ' ')).toBe(words);
    },
  );

  it.each([
    [['moderator'], 'bs-desk__menu'],
    [['clerk'], 'bs-desk__menu bs-desk__menu--many'],
    [['clerk', 'moderator', 'administrator'], 'bs-desk__menu bs-desk__menu--all'],
  ] as const)('keeps the menu on a wider screen the more desks there are: of %j', async (roles, look) => {
    const { screen } = await staffBar('/west/moderatie', ...roles);
    expect(screen.getByRole('group').className).toBe(look);
  });

  it('closes the menu when a desk is chosen', async () => {
    const { screen } = await staffBar('/west/moderatie', 'moderator');
    const menu = screen.getByRole('group') as HTMLDetailsElement;
    menu.open = true;
    TestBed.inject(Router).resetConfig([{ path: '**', children: [] }]);
    screen.getByRole('link', { name: 'Bezwaren' }).click();
    expect(menu.open).toBe(false);
  });

  it('shows the one desk of a committee member in the open, also after it was chosen', async () => {
    const { screen, links } = await staffBar('/west/commissie', 'committee-member');
    const menu = screen.getByRole('group') as HTMLDetailsElement;
    expect(links()).toEqual(['Stukken']);
    expect(menu.open).toBe(true);
    TestBed.inject(Router).resetConfig([{ path: '**', children: [] }]);
    screen.getByRole('link', { name: 'Stukken' }).click();
    expect(menu.open).toBe(true);
  });

  it('is not there for who has no desk, nor on a page for everybody', async () => {
    expect((await staffBar('/west/moderatie')).screen.queryByRole('navigation')).toBeNull();
    TestBed.resetTestingModule();
    expect((await staffBar('/west/plannen', 'moderator')).screen.queryByRole('navigation')).toBeNull();
  });
});

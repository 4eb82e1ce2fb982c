import { FoundDistrict } from '@buurtstem/districts-api';
import { DEFAULT_RULEBOOK, type RulebookSettings } from '@buurtstem/districts-domain';
import type { TestApp } from '@buurtstem/platform-api/testing';

/** The districts West and Oost, with two neighbourhoods each; answers their ids. */
export async function foundDistricts(
  test: TestApp,
  rules: Partial<RulebookSettings>,
): Promise<{ west: number; oost: number }> {
  const found = (slug: string, name: string) =>
    test.app.get(FoundDistrict).execute({
      slug,
      name,
      municipality: 'Voorbeeldstad',
      theme: slug,
      neighbourhoods: [
        { slug: 'sluiskwartier', name: 'Sluiskwartier' },
        { slug: 'oude-haven', name: 'Oude Haven' },
      ],
      rules: { ...DEFAULT_RULEBOOK, ...rules },
    });
  return { west: await found('west', 'West'), oost: await found('oost', 'Oost') };
}

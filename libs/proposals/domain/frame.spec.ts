import { frameCode } from './frame';

const FRAME = {
  proposal: { district: 'west', number: 12 },
  title: 'Een "bankje" & <boom>',
  site: 'https://buurtstem.example',
};

describe('the code that shows a proposal on another site', () => {
  it('is a frame that its title cannot break out of', () => {
    expect(frameCode(FRAME)).toBe(
      '<iframe src="https://buurtstem.example/embed/west/12" title="Een &quot;bankje&quot; &amp; &lt;boom&gt;" ' +
        'width="480" height="360" style="border:0;max-width:100%" loading="lazy" ' +
        'sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>',
    );
  });

  it('is as large as it is asked to be', () => {
    expect(frameCode({ ...FRAME, width: 300, height: 200 })).toContain('width="300" height="200"');
  });
});

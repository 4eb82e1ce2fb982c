import { Logger } from '@nestjs/common';
import { Repeated } from './repeated';

describe('work that is done again and again', () => {
  it('goes on after a time that failed, which is logged', async () => {
    const logged = jest.spyOn(Logger.prototype, 'error').mockImplementation();
    let times = 0;
    const thrice = new Promise<void>((done) => {
      const repeated = new Repeated('Test', 1, async () => {
        times += 1;
        if (times === 1) throw new Error('the database is away');
        if (times === 3) void repeated.end().then(done);
      });
      repeated.start();
    });
    await thrice;
    expect(times).toBe(3);
    expect(logged).toHaveBeenCalledTimes(1);
    expect(logged.mock.calls[0]?.[0]).toContain('the database is away');
    logged.mockRestore();
  });

  it('does one time after the other, also when it is started twice', async () => {
    let [atOnce, most, times] = [0, 0, 0];
    const repeated = new Repeated('Test', 0, async () => {
      atOnce += 1;
      most = Math.max(most, atOnce);
      await new Promise((resolve) => setTimeout(resolve));
      atOnce -= 1;
      times += 1;
    });
    repeated.start();
    repeated.start();
    while (times < 5) await new Promise((resolve) => setTimeout(resolve));
    await repeated.end();
    expect(most).toBe(1);
  });

  it('ends after what is under way, and does not begin again', async () => {
    let finish: () => void = () => undefined;
    let [begun, ended] = [0, 0];
    const repeated = new Repeated('Test', 0, async () => {
      begun += 1;
      await new Promise<void>((resolve) => (finish = resolve));
      ended += 1;
    });
    repeated.start();
    const end = repeated.end();
    finish();
    await end;
    expect([begun, ended]).toEqual([1, 1]);
  });

  it('waits before its first time where it starts later, and never has one where it ends before', async () => {
    let times = 0;
    const repeated = new Repeated('Test', 60_000, async () => void (times += 1));
    repeated.startLater();
    await repeated.end();
    expect(times).toBe(0);
  });

  it('has its first time after the pause where it starts later', async () => {
    await new Promise<void>((done) => {
      const repeated = new Repeated('Test', 1, async () => void repeated.end().then(done));
      repeated.startLater();
    });
  });
});

import { deliveryFailure, NotOneAddress, type DeliveryFailure } from './delivery-failure';

const answer = (command: string, response: string): Error =>
  Object.assign(new Error(response), {
    code: 'EENVELOPE',
    command,
    response,
    responseCode: Number(response.slice(0, 3)),
  });
const REFUSED = (status: string): DeliveryFailure => ({ kind: 'refused', status });
const DEFERRED = (status: string): DeliveryFailure => ({ kind: 'deferred', status });
const DOWN: DeliveryFailure = { kind: 'server-down' };

describe('a mail that the server did not take', () => {
  it.each<[string, unknown, DeliveryFailure]>([
    ['an address that nobody has', answer('RCPT TO', '550 5.1.1 No such user'), REFUSED('5.1.1')],
    ['a server that tells no more than no', answer('RCPT TO', '550 No'), REFUSED('550')],
    ['a mail that is refused', answer('DATA', '554 5.7.1 Spam'), REFUSED('5.7.1')],
    ['what is no address', new NotOneAddress(), REFUSED('5.1.3')],
    ['a mailbox that is full', answer('DATA', '452 4.2.2 Full'), DEFERRED('4.2.2')],
    ['a server that is careful with strangers', answer('RCPT TO', '451 Later'), DEFERRED('451')],
    ['a defect of ours', new TypeError('x is undefined'), DEFERRED('none')],
    ['what is no error at all', 'oops', DEFERRED('none')],
    ['a server that is away', Object.assign(new Error('refused'), { code: 'ESOCKET' }), DOWN],
    [
      'a server that is silent',
      Object.assign(new Error('silent'), { code: 'ETIMEDOUT', command: 'CONN' }),
      DOWN,
    ],
    ['a server that closes', answer('RCPT TO', '421 4.3.2 Closing'), DOWN],
    ['a password that is wrong', answer('AUTH PLAIN', '535 5.7.8 Wrong'), DOWN],
    ['a sender that it does not take', answer('MAIL FROM', '550 5.7.1 Not you'), DOWN],
  ])('because of %s', (_why, error, failure) => {
    expect(deliveryFailure(error)).toEqual(failure);
  });
});

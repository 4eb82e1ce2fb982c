module.exports = require('../../../jest.web.cjs')('agenda-web', __dirname);

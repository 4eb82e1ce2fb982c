module.exports = require('../../../jest.node.cjs')('agenda-api', __dirname);

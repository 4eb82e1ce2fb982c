module.exports = require('../../../jest.node.cjs')('platform-postgres', __dirname);

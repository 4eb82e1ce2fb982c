module.exports = require('../../../jest.node.cjs')('accounts-api', __dirname);

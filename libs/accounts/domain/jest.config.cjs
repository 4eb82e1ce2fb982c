module.exports = require('../../../jest.node.cjs')('accounts-domain', __dirname);

module.exports = require('../../../jest.node.cjs')('shared-domain', __dirname);

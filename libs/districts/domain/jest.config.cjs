module.exports = require('../../../jest.node.cjs')('districts-domain', __dirname);

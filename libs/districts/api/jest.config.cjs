module.exports = require('../../../jest.node.cjs')('districts-api', __dirname);

module.exports = require('../../jest.node.cjs')('cli', __dirname);

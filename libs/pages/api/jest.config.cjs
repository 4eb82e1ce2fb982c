module.exports = require('../../../jest.node.cjs')('pages-api', __dirname);

module.exports = require('../../../jest.node.cjs')('pages-domain', __dirname);

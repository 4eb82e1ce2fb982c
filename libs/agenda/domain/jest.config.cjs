module.exports = require('../../../jest.node.cjs')('agenda-domain', __dirname);

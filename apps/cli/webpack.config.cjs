module.exports = require('../../webpack.node.cjs')('cli');

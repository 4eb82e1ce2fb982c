module.exports = require('../../webpack.node.cjs')('api');

// The words of the page itself; those of reports and articles come from the server.
const english = {
  skip: 'Skip to the content', analyze: 'Analyze', past: 'Analyses', kb: 'Knowledge base', language: 'Language',
  token: 'This server asks for a token', go: 'Go on', what: 'What broke?',
  drop: 'Drop a bundle, a log or a manifest here, or choose a file', paste: 'Or paste logs or the output of kubectl',
  redact: 'Take secrets out before anything else', analyzeText: 'Analyze the text', cancel: 'Cancel',
  compare: 'Compare two', earlier: 'Earlier', later: 'Later', compareButton: 'Compare',
  words: 'Words, or a line of a log', search: 'Search', explain: 'What does this line mean?',
  uploading: 'Uploading {0}', figures: '{0} files, {1} read, {2} findings', cancelled: 'Cancelled.',
  empty: 'No analyses yet.', remove: 'Delete', save: 'Save the report', around: 'Lines around it', back: 'Only the line',
  hangs: 'What hangs on it', hangsOn: 'What hangs on {0}', nolinks: 'The input tells nothing that hangs on it.',
  new: 'New', worse: 'Worse', gone: 'Gone', same: 'The same', found: '{0} articles', read: 'Read',
  live: 'Live', liveTitle: 'The cluster now', liveEnded: 'Over', liveNone: 'Nothing known to be wrong.', liveFirst: 'The cluster is being read …', liveAt: 'Looked at {0}Z', liveSince: 'since {0}Z', liveFailed: 'The last look failed: {0}', liveReport: 'Whole report',
  known: 'Known as', unknown: 'No signature recognises it.', harmless: 'Harmless', fields: 'Its fields', nearest: 'Nearest articles', running: 'running',
  incidents: 'incidents', 'errors-without-known-cause': 'errors without a known cause', healthy: 'nothing known to be wrong', 'nothing-judged': 'nothing was judged',
};
const chinese = {
  skip: '跳到正文', analyze: '分析', past: '历史分析', kb: '知识库', language: '语言',
  token: '服务器需要令牌', go: '继续', what: '哪里出了问题？',
  drop: '把诊断包、日志或清单拖到这里，或选择文件', paste: '或粘贴日志或 kubectl 输出',
  redact: '先去除敏感信息', analyzeText: '分析文本', cancel: '取消',
  compare: '比较两次分析', earlier: '较早', later: '较晚', compareButton: '比较',
  words: '关键词，或一行日志', search: '搜索', explain: '这一行是什么意思？',
  uploading: '正在上传 {0}', figures: '{0} 个文件，已读 {1}，{2} 个发现', cancelled: '已取消。',
  empty: '还没有分析。', remove: '删除', save: '保存报告', around: '上下文', back: '仅此行',
  hangs: '关联对象', hangsOn: '与 {0} 关联的对象', nolinks: '输入中没有与之关联的对象。',
  new: '新出现', worse: '加重', gone: '已消失', same: '不变', found: '{0} 篇文章', read: '阅读',
  live: '实时', liveTitle: '集群现状', liveEnded: '已结束', liveNone: '未发现已知问题。', liveFirst: '正在读取集群…', liveAt: '查看于 {0}Z', liveSince: '自 {0}Z', liveFailed: '上次查看失败：{0}', liveReport: '完整报告',
  known: '识别为', unknown: '没有特征能识别它。', harmless: '无害', fields: '字段', nearest: '相近文章', running: '进行中',
  incidents: '有事件', 'errors-without-known-cause': '原因未知的错误', healthy: '未发现已知问题', 'nothing-judged': '无法判断',
};

let words = english;

export function use(language) { words = language === 'zh' ? chinese : english; }

export function say(key, ...gaps) { return (words[key] ?? key).replace(/\{(\d)\}/g, (whole, number) => gaps[number]); }
